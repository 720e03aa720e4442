// What is refused about numbers that come and go.
import { errorTable } from '#kernel';

export const errors = errorTable('parties', {
  identifier_held: {
    kind: 'conflict',
    message: { en: 'The organisation has this number already.', zh: '该单位已有此号码。' },
    fix: { en: 'Reload the organisation.', zh: '请刷新单位信息。' },
  },
  identifier_not_held: {
    kind: 'conflict',
    message: { en: 'The organisation has no such number now.', zh: '该单位现无此号码。' },
    fix: { en: 'Choose one of its numbers.', zh: '请从该单位现有号码中选择。' },
  },
  identifier_last: {
    kind: 'refused',
    message: { en: 'An organisation keeps one number at least.', zh: '单位至少须保留一个号码。' },
    fix: { en: 'Add the new number first.', zh: '请先登记新号码。' },
  },
  identifier_misdated: {
    kind: 'refused',
    message: { en: 'A number comes or goes today at the latest.', zh: '号码变更日期不得晚于今天。' },
    fix: { en: 'Record it on the day it comes true.', zh: '请在生效当日或之后登记。' },
  },
});
