// What the ledger refuses. A posting that is malformed in itself is a programming error and fails an invariant.
import { errorTable } from '#kernel';

export const errors = errorTable('ledger', {
  floor_reached: {
    kind: 'refused',
    message: {
      en: 'The account "{purpose}" would fall below zero: it holds {balance} and would hold {after}.',
      zh: '账户“{purpose}”余额不足：当前{balance}，过账后将为{after}。',
    },
    fix: {
      en: 'Move at most what the account holds.',
      zh: '请将金额控制在账户余额以内。',
    },
  },
});
