// The refusals of factoring. `{name}` is filled from the details given where the error is made.
import { errorTable } from '#kernel';

export const errors = errorTable('factoring', {
  request_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such financing request.', zh: '没有该融资申请。' },
    fix: {
      en: 'Take the id from the list of your financing requests.',
      zh: '请使用融资申请列表中的标识符。',
    },
  },
  offer_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such offer.', zh: '没有该报价。' },
    fix: { en: 'Take the id from the list of your offers.', zh: '请使用报价列表中的标识符。' },
  },
  deal_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such deal.', zh: '没有该笔保理业务。' },
    fix: { en: 'Take the id from the list of your deals.', zh: '请使用业务列表中的标识符。' },
  },
  notice_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such notice.', zh: '没有该通知。' },
    fix: { en: 'Take the id from the list of your notices.', zh: '请使用通知列表中的标识符。' },
  },
  receivable_not_found: {
    kind: 'not_found',
    message: { en: 'There is no receivable {receivableId}.', zh: '没有应收账款{receivableId}。' },
    fix: {
      en: 'Take the id from the list of your receivables.',
      zh: '请使用应收账款列表中的标识符。',
    },
  },
  items_refused: {
    kind: 'refused',
    message: {
      en: '{refused} of {given} receivables cannot be offered; the list of errors says why.',
      zh: '{given}笔应收账款中有{refused}笔不能申请融资，原因见错误明细。',
    },
    fix: {
      en: 'Remove or change the receivables named, then send the request again.',
      zh: '请移除或修改所列应收账款后重新提交。',
    },
  },
  plan_amount_not_positive: {
    kind: 'refused',
    message: { en: 'A plan for {amount} cannot be made.', zh: '无法为{amount}制定用款方案。' },
    fix: { en: 'Enter an amount above zero.', zh: '请填写大于零的金额。' },
  },
  plan_not_found_in_time: {
    kind: 'unavailable',
    message: {
      en: 'No plan was found within {seconds} seconds.',
      zh: '{seconds}秒内未找到方案。',
    },
    fix: {
      en: 'Ask again for another amount, or accept offers one by one on the pages of your requests.',
      zh: '请换一个金额再试，或在融资申请页面逐一接受报价。',
    },
  },
  receivable_twice: {
    kind: 'refused',
    message: {
      en: 'Receivable {receivableId} is named twice.',
      zh: '应收账款{receivableId}出现了两次。',
    },
    fix: { en: 'Name each receivable once.', zh: '每笔应收账款只列一次。' },
  },
  receivable_not_confirmed: {
    kind: 'refused',
    message: {
      en: 'Invoice {invoiceNumber} is {state}; only a confirmed receivable can be financed.',
      zh: '发票{invoiceNumber}的状态为{state}；只有经债务人确认的应收账款才能融资。',
    },
    fix: {
      en: 'Wait until the debtor has confirmed it, or leave it out.',
      zh: '请待债务人确认后再申请，或移除该笔。',
    },
  },
  due_date_missing: {
    kind: 'refused',
    message: { en: 'Invoice {invoiceNumber} has no due date.', zh: '发票{invoiceNumber}没有到期日。' },
    fix: { en: 'Complete its payment terms first.', zh: '请先补充付款期限。' },
  },
  tenor_too_short: {
    kind: 'refused',
    message: {
      en: 'Invoice {invoiceNumber} is due on {dueDate}; at least {days} days must remain.',
      zh: '发票{invoiceNumber}于{dueDate}到期；剩余期限至少须有{days}天。',
    },
    fix: { en: 'Leave it out and wait for its payment.', zh: '请移除该笔，等待到期付款。' },
  },
  currency_mixed: {
    kind: 'refused',
    message: {
      en: 'A request has one currency ({currency}); {amount} is in another.',
      zh: '一份申请只能有一种货币（{currency}）；{amount}为另一种货币。',
    },
    fix: { en: 'Make one request for each currency.', zh: '请按货币分别申请。' },
  },
  amount_not_positive: {
    kind: 'refused',
    message: {
      en: 'The amount for invoice {invoiceNumber} is {amount}; it must be more than zero.',
      zh: '发票{invoiceNumber}的申请金额为{amount}，须大于零。',
    },
    fix: {
      en: 'Give an amount, or leave it out to ask for all that is free.',
      zh: '请填写金额，或留空以申请全部可用金额。',
    },
  },
  amount_not_free: {
    kind: 'refused',
    message: {
      en: 'Invoice {invoiceNumber} has {free} free; {amount} was asked for.',
      zh: '发票{invoiceNumber}可用于融资的金额为{free}，申请了{amount}。',
    },
    fix: {
      en: 'Ask for at most {free}: the rest is disputed, or financed already.',
      zh: '请申请不超过{free}：其余部分有争议或已融资。',
    },
  },
  financier_unknown: {
    kind: 'refused',
    message: {
      en: 'Organisation {financierId} is not an active financier here.',
      zh: '机构{financierId}不是本平台有效的资金提供方。',
    },
    fix: { en: 'Choose from the list of financiers.', zh: '请从资金提供方列表中选择。' },
  },
  financier_inactive: {
    kind: 'refused',
    message: { en: 'The financier is suspended at the moment.', zh: '该资金提供方目前已被暂停。' },
    fix: { en: 'Choose another offer, or ask the operator.', zh: '请选择其他报价，或联系运营方。' },
  },
  party_left: {
    kind: 'refused',
    message: { en: '{legalName} has left the platform.', zh: '{legalName}已退出平台。' },
    fix: { en: 'Ask the operator what remains to be done.', zh: '请联系运营方办理善后事项。' },
  },
  closing_in_past: {
    kind: 'refused',
    message: { en: 'The closing time {closesAt} is not in the future.', zh: '截止时间{closesAt}不在未来。' },
    fix: { en: 'Choose a later closing time.', zh: '请选择更晚的截止时间。' },
  },
  closing_after_due: {
    kind: 'refused',
    message: {
      en: 'The closing time {closesAt} is later than the beginning of the first due date {dueDate}.',
      zh: '截止时间{closesAt}晚于最早到期日{dueDate}的零时。',
    },
    fix: {
      en: 'Close before that day begins (Shanghai time), or leave that receivable out.',
      zh: '请在该日开始前截止（北京时间），或移除该笔应收账款。',
    },
  },
  request_not_open: {
    kind: 'conflict',
    message: { en: 'The financing request is {state}.', zh: '该融资申请的状态为{state}。' },
    fix: {
      en: 'Only an open request can do this; make a new one.',
      zh: '仅开放中的申请可执行此操作；请新建申请。',
    },
  },
  request_expired: {
    kind: 'conflict',
    message: { en: 'The financing request closed at {closesAt}.', zh: '该融资申请已于{closesAt}截止。' },
    fix: { en: 'The supplier can make a new request.', zh: '供应商可新建融资申请。' },
  },
  advance_rate_out_of_range: {
    kind: 'refused',
    message: {
      en: 'The advance rate {advanceRate} is not above 0 and at most 1.',
      zh: '融资比例{advanceRate}不在大于0且不超过1的范围内。',
    },
    fix: { en: 'Write 80 % as "0.8".', zh: '80%请写作"0.8"。' },
  },
  rate_out_of_range: {
    kind: 'refused',
    message: { en: 'The annual rate {rateAnnual} is above 1.', zh: '年利率{rateAnnual}超过1。' },
    fix: { en: 'Write 4.5 % a year as "0.045".', zh: '年利率4.5%请写作"0.045"。' },
  },
  fee_invalid: {
    kind: 'refused',
    message: {
      en: 'The fee "{name}" is {amount}; a fee is more than zero and in {currency}.',
      zh: '费用“{name}”为{amount}；费用须大于零且以{currency}计。',
    },
    fix: { en: 'Correct the fee or remove it.', zh: '请更正或移除该项费用。' },
  },
  validity_in_past: {
    kind: 'refused',
    message: {
      en: 'The offer would be valid until {validUntil}, which is not in the future.',
      zh: '报价有效期至{validUntil}，不在未来。',
    },
    fix: { en: 'Choose a later time.', zh: '请选择更晚的时间。' },
  },
  validity_after_due: {
    kind: 'refused',
    message: {
      en: 'The offer would be valid beyond the beginning of the first due date {dueDate}.',
      zh: '报价有效期超过最早到期日{dueDate}的零时。',
    },
    fix: { en: 'End it before that day begins (Shanghai time).', zh: '请在该日开始前结束（北京时间）。' },
  },
  no_net_cash: {
    kind: 'refused',
    message: {
      en: 'Fees and interest up front leave the supplier {netCash}.',
      zh: '扣除费用和预收利息后，供应商实得{netCash}。',
    },
    fix: { en: 'Lower the fees or raise the advance.', zh: '请降低费用或提高融资比例。' },
  },
  limit_too_small: {
    kind: 'refused',
    message: {
      en: 'The offer needs {wanted} on debtor {debtorName}; the headroom of the limit is {headroom}.',
      zh: '该报价对债务人{debtorName}需占用{wanted}，额度余额为{headroom}。',
    },
    fix: {
      en: 'Lower the advance rate, or ask your risk officer to raise the limit.',
      zh: '请降低融资比例，或请风险管理人员提高额度。',
    },
  },
  limit_used_up: {
    kind: 'refused',
    message: {
      en: 'The financier’s limit no longer carries this offer.',
      zh: '资金提供方的额度已不足以承接该报价。',
    },
    fix: {
      en: 'Take another offer, or ask the financier for a new one.',
      zh: '请选择其他报价，或请资金提供方重新报价。',
    },
  },
  offer_already_live: {
    kind: 'conflict',
    message: {
      en: 'You already have a live offer for this request.',
      zh: '贵机构对该申请已有有效报价。',
    },
    fix: { en: 'Withdraw it before making another.', zh: '请先撤回原报价再重新报价。' },
  },
  offer_not_live: {
    kind: 'conflict',
    message: { en: 'The offer is {state}.', zh: '该报价的状态为{state}。' },
    fix: {
      en: 'Only a live offer can do this; reload the offers.',
      zh: '仅有效报价可执行此操作；请刷新报价。',
    },
  },
  offer_expired: {
    kind: 'conflict',
    message: { en: 'The offer was valid until {validUntil}.', zh: '该报价有效期至{validUntil}。' },
    fix: {
      en: 'Take another offer, or ask the financier for a new one.',
      zh: '请选择其他报价，或请资金提供方重新报价。',
    },
  },
  terms_changed: {
    kind: 'conflict',
    message: {
      en: 'Invoice {invoiceNumber} is due on {dueDate} now; the offers were priced for {pricedFor}.',
      zh: '发票{invoiceNumber}的到期日现为{dueDate}，报价依据的是{pricedFor}。',
    },
    fix: { en: 'Withdraw the request and make a new one.', zh: '请撤回该申请并新建申请。' },
  },
  already_due: {
    kind: 'refused',
    message: {
      en: 'Invoice {invoiceNumber} was due on {dueDate}.',
      zh: '发票{invoiceNumber}已于{dueDate}到期。',
    },
    fix: {
      en: 'Make a new request without it.',
      zh: '请新建不含该笔的申请。',
    },
  },
});
