// What is refused about mandates.
import { errorTable } from '#kernel';

export const errors = errorTable('parties', {
  mandate_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such mandate.', zh: '未找到该委托。' },
    fix: { en: 'Use an id from the list of mandates.', zh: '请使用委托列表中的标识符。' },
  },
  mandate_side: {
    kind: 'refused',
    message: {
      en: 'A mandate joins two different active suppliers: for whom, and who acts.',
      zh: '委托双方须为两家不同的在用供应商：委托方与受托方。',
    },
    fix: { en: 'Name another organisation.', zh: '请改填其他单位。' },
  },
  mandate_misdated: {
    kind: 'refused',
    message: { en: 'The last day has passed or lies before the first.', zh: '截止日早于起始日或已过去。' },
    fix: { en: 'Correct the dates, or leave the last day out.', zh: '请更正日期，或不填截止日。' },
  },
  mandate_known: {
    kind: 'conflict',
    message: {
      en: 'A mandate between these two is offered or accepted already.',
      zh: '双方之间已有待答复或已接受的委托。',
    },
    fix: { en: 'End it first to give another one.', zh: '如需重新委托，请先终止原委托。' },
  },
  mandate_decided: {
    kind: 'conflict',
    message: { en: 'The mandate is {state} already.', zh: '该委托已处于{state}状态。' },
    fix: { en: 'Reload the mandates.', zh: '请刷新委托列表。' },
  },
  mandate_own: {
    kind: 'refused',
    message: {
      en: 'Whoever gives a mandate does not accept it.',
      zh: '委托方不得自行接受委托。',
    },
    fix: { en: 'Wait for the other side.', zh: '请等待对方答复。' },
  },
  mandate_reason_missing: {
    kind: 'refused',
    message: { en: 'Whoever declines says why.', zh: '不接受委托须说明理由。' },
    fix: { en: 'Write the reason.', zh: '请填写理由。' },
  },
});
