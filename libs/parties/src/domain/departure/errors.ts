// What is refused about requests to leave.
import { errorTable } from '#kernel';

export const errors = errorTable('parties', {
  departure_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such request to leave.', zh: '未找到该退出申请。' },
    fix: { en: 'Use an id from the list of requests.', zh: '请使用退出申请列表中的标识符。' },
  },
  departure_asked: {
    kind: 'conflict',
    message: { en: 'A request to leave is open already.', zh: '已有待处理的退出申请。' },
    fix: { en: 'Wait for the operator, or take it back.', zh: '请等待运营方处理，或先撤回。' },
  },
  departure_closed: {
    kind: 'conflict',
    message: { en: 'The request is {state} already.', zh: '该申请已处于{state}状态。' },
    fix: { en: 'Reload the requests.', zh: '请刷新退出申请。' },
  },
  departure_own: {
    kind: 'refused',
    message: { en: 'Nobody lets their own organisation go.', zh: '不得批准本单位的退出申请。' },
    fix: { en: 'Ask another operator organisation.', zh: '请由其他运营单位办理。' },
  },
  departure_answer_missing: {
    kind: 'refused',
    message: { en: 'A refusal needs its reason.', zh: '不予批准须说明理由。' },
    fix: { en: 'Say what is to be done first.', zh: '请说明须先办理的事项。' },
  },
});
