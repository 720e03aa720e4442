// What settlement refuses; what is wrong with a file of a bank stands with the formats.
import { errorTable } from '#kernel';

export const errors = errorTable('settlement', {
  deal_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such deal.', zh: '未找到该笔业务。' },
    fix: { en: 'Use an id from your list of deals.', zh: '请使用业务列表中的标识符。' },
  },
  deal_state: {
    kind: 'conflict',
    message: {
      en: 'The deal is {state}: this cannot be paid out now.',
      zh: '业务状态为{state}，当前不能放款。',
    },
    fix: { en: 'Read the deal again.', zh: '请刷新业务信息。' },
  },
  deal_frozen: {
    kind: 'refused',
    message: {
      en: 'A competing registration or a credit note on a receivable holds the deal up; nothing is paid out meanwhile.',
      zh: '该业务存在竞争性登记，或其应收账款已被红冲，暂停放款。',
    },
    fix: {
      en: 'Clear up the competing registration or the credit note first.',
      zh: '请先处理竞争性登记或红字发票。',
    },
  },
  title_missing: {
    kind: 'refused',
    message: {
      en: 'No registration of the assignment counts in law yet.',
      zh: '转让尚无具有法律效力的登记。',
    },
    fix: {
      en: 'Record number and time of the statutory registration on the deal, or have your risk officer waive it.',
      zh: '请在业务中填写法定登记编号与时间，或由风险人员办理豁免。',
    },
  },
  tax_check_missing: {
    kind: 'refused',
    message: {
      en: 'An invoice of the deal has no fresh tax check that found it in order.',
      zh: '该笔业务中有发票缺少有效期内且结果正常的查验。',
    },
    fix: {
      en: 'Wait for the answer of the tax bureau, check again, or have your risk officer waive it.',
      zh: '请等待查验结果、重新查验，或由风险人员办理豁免。',
    },
  },
  supplier_account_missing: {
    kind: 'refused',
    message: { en: 'The supplier has no verified payout account.', zh: '供应商尚无已核验的收款账户。' },
    fix: {
      en: 'The supplier proposes its account, the operator verifies it.',
      zh: '请供应商申报账户并由运营方核验。',
    },
  },
  financier_account_missing: {
    kind: 'refused',
    message: { en: 'You have no verified account to pay from.', zh: '贵单位尚无已核验的付款账户。' },
    fix: { en: 'Propose a payout account and have it verified.', zh: '请申报付款账户并由运营方核验。' },
  },
  payout_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such payout.', zh: '未找到该笔放款。' },
    fix: { en: 'Use an id from your list of payouts.', zh: '请使用放款列表中的标识符。' },
  },
  payout_exists: {
    kind: 'conflict',
    message: { en: 'A payout of this kind is under way or paid.', zh: '该业务已有同类放款在办或已付。' },
    fix: { en: 'Follow that payout.', zh: '请跟进已有放款。' },
  },
  payout_not_open: {
    kind: 'conflict',
    message: { en: 'The payout is {state}.', zh: '放款状态为{state}。' },
    fix: { en: 'Read the payout again.', zh: '请刷新放款信息。' },
  },
  payout_being_submitted: {
    kind: 'conflict',
    message: { en: 'The payout is being handed to the bank right now.', zh: '放款指令正在提交银行。' },
    fix: { en: 'Wait for the answer of the bank, then look again.', zh: '请等待银行答复后再查看。' },
    retryable: true,
  },
  payout_account_changed: {
    kind: 'conflict',
    message: {
      en: 'Another account has been verified since this was instructed.',
      zh: '指令发起后收付款账户已变更。',
    },
    fix: { en: 'Decline the payout and instruct it anew.', zh: '请退回该放款并重新发起。' },
  },
  maker_is_checker: {
    kind: 'refused',
    message: { en: 'Whoever instructed a payout does not check it.', zh: '放款发起人不得复核。' },
    fix: { en: 'Ask a second person of your operations.', zh: '请由另一名运营人员复核。' },
  },
  nothing_payable: {
    kind: 'refused',
    message: { en: 'No surplus is owed to the supplier now.', zh: '当前没有应退供应商的余款。' },
    fix: { en: 'Wait until the debtor has paid.', zh: '请待债务人付款后再办理。' },
  },
  payment_not_found: {
    kind: 'not_found',
    message: { en: 'There is no such payment.', zh: '未找到该笔回款。' },
    fix: { en: 'Use an id from your list of payments.', zh: '请使用回款列表中的标识符。' },
  },
  payment_spent: {
    kind: 'refused',
    message: {
      en: 'Of this payment {free} is left; {wanted} is too much.',
      zh: '该笔回款剩余{free}，无法分配{wanted}。',
    },
    fix: { en: 'Allocate at most what is left.', zh: '请将分配金额控制在剩余金额以内。' },
  },
  obligation_not_found: {
    kind: 'refused',
    message: {
      en: 'There is no funded deal of yours on this receivable.',
      zh: '未找到贵单位已放款的对应业务。',
    },
    fix: { en: 'Choose among the open items.', zh: '请从待收款项目中选择。' },
  },
  obligation_exceeded: {
    kind: 'refused',
    message: {
      en: 'On this receivable {outstanding} is outstanding; {wanted} is too much.',
      zh: '该应收账款待收{outstanding}，无法分配{wanted}。',
    },
    fix: {
      en: 'Allocate at most what is outstanding; leave the rest, or note it as overpaid.',
      zh: '请在待收金额内分配，余额可留存或记为多付。',
    },
  },
  currency_mismatch: {
    kind: 'refused',
    message: { en: 'Payment and receivable have different currencies.', zh: '回款与应收账款币种不一致。' },
    fix: { en: 'Choose items in the currency of the payment.', zh: '请选择与回款同币种的项目。' },
  },
  allocation_empty: {
    kind: 'invalid',
    message: { en: 'Nothing is allocated.', zh: '未分配任何款项。' },
    fix: {
      en: 'Name at least one item, or note the rest as overpaid.',
      zh: '请至少选择一项，或将余额记为多付。',
    },
  },
  slip_receivable_not_found: {
    kind: 'not_found',
    message: {
      en: 'You have confirmed no receivable {receivableId}.',
      zh: '贵单位没有已确认的应收账款{receivableId}。',
    },
    fix: { en: 'Use ids from your list of payment slips.', zh: '请使用付款通知单列表中的标识符。' },
  },
  nothing_owed: {
    kind: 'refused',
    message: {
      en: 'Nothing is left to be paid of invoice {invoiceNumber}.',
      zh: '发票{invoiceNumber}已无待付款项。',
    },
    fix: { en: 'Leave it out.', zh: '请从申请中移除该发票。' },
  },
});
