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
  hold_ended: {
    kind: 'conflict',
    message: { en: 'The hold is {state} already.', zh: '该冻结款项状态已为“{state}”。' },
    fix: {
      en: 'Place a new hold if the amount is still to be kept.',
      zh: '如仍需保留该金额，请重新冻结。',
    },
  },
  posting_reversed: {
    kind: 'conflict',
    message: { en: 'This posting has been reversed already.', zh: '该笔过账已被冲销。' },
    fix: {
      en: 'Read the posting that reverses it; a posting is reversed once.',
      zh: '请查看对应的冲销过账，每笔过账只能冲销一次。',
    },
  },
  reversal_of_reversal: {
    kind: 'refused',
    message: { en: 'A reversal cannot be reversed.', zh: '冲销过账不能再次冲销。' },
    fix: { en: 'Book what is right by a new posting.', zh: '请以新的过账登记正确的金额。' },
  },
});
