// Everything the world may do wrong with a receivable, an upload or an answer, and the way out of each.
import { type ErrorEntry, type ErrorKind, errorTable } from '#kernel';

type Pair = readonly [en: string, zh: string];
export const entry = (kind: ErrorKind, [en, zh]: Pair, [fixEn, fixZh]: Pair): ErrorEntry => ({
  kind,
  message: { en, zh },
  fix: { en: fixEn, zh: fixZh },
});

export const FROM_LIST: Pair = ['Choose one from your list.', '请从本单位的列表中选择。'];
export const LOOK_AGAIN: Pair = [
  'Load the queue again to see where it stands.',
  '请刷新待办列表查看其当前状态。',
];

export const errors = errorTable('receivables', {
  upload_empty: entry(
    'invalid',
    ['The upload holds no file.', '上传中没有文件。'],
    ['Choose at least one invoice file.', '请至少选择一个发票文件。'],
  ),
  too_many_invoices: entry(
    'too_large',
    ['The upload holds more than {limit} invoices.', '单次上传超过 {limit} 张发票。'],
    ['Split the invoices over several uploads.', '请分多次上传。'],
  ),
  upload_not_planned: entry(
    'conflict',
    ['The upload is {state}; only a plan is applied.', '该上传状态为 {state}，仅计划可以应用。'],
    ['Load it again to see where it stands.', '请刷新查看其当前状态。'],
  ),
  plan_not_sound: entry(
    'refused',
    [
      '{refused} invoices of the plan are refused, so it is not applied as a whole.',
      '计划中有 {refused} 张发票被拒绝，不能整体应用。',
    ],
    [
      'Apply only the good rows, or download the refused ones, correct them and upload the file again.',
      '请仅应用合格的行，或下载被拒绝的行更正后重新上传。',
    ],
  ),
  plan_too_long: entry(
    'refused',
    [
      'A plan of more than {limit} invoices is not applied as a whole.',
      '超过 {limit} 张发票的计划不能整体应用。',
    ],
    ['Apply it row by row.', '请逐行应用。'],
  ),
  upload_not_undoable: entry(
    'conflict',
    ['The upload is {state} and cannot be undone.', '该上传状态为 {state}，不能撤销。'],
    ['Load it again to see where it stands.', '请刷新查看其当前状态。'],
  ),
  nothing_to_undo: entry(
    'conflict',
    [
      'Nothing of this upload can be taken back; {kept} receivables were answered, corrected or cleared since.',
      '该上传没有可撤回的内容；其中 {kept} 笔应收账款已被答复、冲减或解除。',
    ],
    ['See the receivables themselves.', '请查看相应的应收账款。'],
  ),
  refused_rows_none: entry(
    'not_found',
    ['No invoice of this upload is refused.', '该上传没有被拒绝的发票。'],
    ['Nothing is to be done.', '无需操作。'],
  ),
  refused_rows_many: entry(
    'refused',
    ['More than {limit} rows are refused.', '被拒绝的行超过 {limit} 行。'],
    ['Download them as CSV.', '请下载 CSV 文件。'],
  ),
  too_many_watchers: entry(
    'limited',
    ['You are watching {limit} uploads already.', '您已在同时关注 {limit} 个上传。'],
    [
      'Close another page, or ask for the upload again from time to time.',
      '请关闭其他页面，或定时查询该上传。',
    ],
  ),
  upload_not_found: entry('not_found', ['There is no such upload.', '该上传记录不存在。'], FROM_LIST),

  invoice_unidentified: entry(
    'refused',
    [
      'The invoice lacks a number, date, type or a storable amount, so it cannot be told from others.',
      '发票缺少号码、日期、类型或可登记的金额，无法唯一识别。',
    ],
    ['Upload the original file of the invoice.', '请上传发票原始文件。'],
  ),
  seller_is_not_uploader: entry(
    'refused',
    [
      'The seller on the invoice is not your organisation, nor one that gave you a mandate in force for this.',
      '发票销方不是本单位，也不是已委托本单位办理且委托在有效期内的单位。',
    ],
    [
      'Upload invoices that you issued, or ask the seller for a mandate; if an identifier of yours is missing here, ask the operator to add it.',
      '请上传本单位开具的发票，或请销方出具委托；如本单位的某个标识尚未登记，请联系运营方补充。',
    ],
  ),
  buyer_unknown: entry(
    'refused',
    [
      'The buyer {buyer} is not known here by any identifier on the invoice; the name alone is not enough.',
      '购方 {buyer} 的标识在平台上查无登记；仅凭名称不足以确认。',
    ],
    [
      'Ask the buyer to join, or the operator to add the buyer’s identifier, then upload again.',
      '请邀请购方入驻，或请运营方补充其标识后重新上传。',
    ],
  ),
  buyer_ambiguous: entry(
    'refused',
    [
      'The buyer’s identifiers on the invoice belong to different organisations.',
      '发票上的购方标识分属不同单位。',
    ],
    ['Ask the operator which organisation the buyer is.', '请联系运营方核实购方。'],
  ),
  buyer_is_seller: entry(
    'refused',
    ['Buyer and seller are the same organisation.', '购方与销方为同一单位。'],
    ['Upload invoices to other organisations only.', '请只上传向其他单位开具的发票。'],
  ),
  invoice_duplicate: entry(
    'conflict',
    [
      'You have brought this invoice before, in another upload or further up in this one.',
      '本单位此前已提交过该发票（以往上传或本次上传的前文）。',
    ],
    ['Nothing is to be done: the invoice counts once.', '无需处理：同一发票只计一次。'],
  ),
  invoice_taken: entry(
    'conflict',
    ['This invoice is already registered.', '该发票已被登记。'],
    [
      'Check the invoice number; if it is right, tell the operator.',
      '请核对发票号码；如无误，请联系运营方。',
    ],
  ),

  receivable_not_found: entry('not_found', ['There is no such receivable.', '该应收账款不存在。'], FROM_LIST),
  terms_ambiguous: entry(
    'invalid',
    ['Exactly one of due date and payment term is needed.', '到期日与付款期限须且只能填写一项。'],
    ['Send either dueDate or paymentTermsDays.', '请填写 dueDate 或 paymentTermsDays 之一。'],
  ),
  due_before_issue: entry(
    'refused',
    [
      'The due date {dueDate} lies before the issue date {issueDate}.',
      '到期日 {dueDate} 早于开票日 {issueDate}。',
    ],
    ['Enter the due date agreed with the buyer.', '请填写与购方约定的到期日。'],
  ),
  receivable_not_draft: entry(
    'conflict',
    [
      'The receivable is {state}; terms are completed only in a draft.',
      '该应收账款状态为 {state}，仅草稿可补充账期。',
    ],
    ['Load it again to see its terms.', '请刷新查看其账期。'],
  ),
  receivable_changed: entry(
    'conflict',
    ['The receivable changed after the answer was proposed.', '提出答复之后该应收账款已发生变化。'],
    ['Decline this answer and propose a new one.', '请退回该答复并重新提出。'],
  ),
  invoice_key_lost: entry(
    'conflict',
    [
      'The invoice of a chosen receivable is registered under another one.',
      '所选应收账款对应的发票已登记在另一笔之下。',
    ],
    ['Leave it out and tell the operator.', '请将其移除并联系运营方。'],
  ),

  duplicate_suspected: entry(
    'conflict',
    [
      'A similar invoice is known on the platform, so this one cannot be financed.',
      '平台上已有相似发票，该发票暂不能融资。',
    ],
    [
      'Ask the buyer, or the operator, to look at both and to clear it with a reason.',
      '请联系购方或运营方核对后说明理由并解除。',
    ],
  ),
  duplicate_not_open: entry(
    'conflict',
    ['Nothing holds this receivable as a suspected duplicate.', '该应收账款没有待解除的疑似重复。'],
    ['Load it again to see where it stands.', '请刷新查看其当前状态。'],
  ),
  duplicate_own_clearance: entry(
    'refused',
    [
      'A suspected duplicate is cleared by another organisation than the one that caused it.',
      '疑似重复须由造成该情形的单位以外的单位解除。',
    ],
    ['Let the buyer or the operator clear it.', '请由购方或运营方解除。'],
  ),
  row_repeated: entry(
    'conflict',
    [
      'The same invoice with the same content was uploaded before and is kept.',
      '内容相同的发票此前已上传并留存。',
    ],
    ['Nothing is to be done.', '无需操作。'],
  ),
  correction_waits: entry(
    'conflict',
    [
      'The invoice that this credit note corrects is not here yet; it waits and takes effect when the invoice comes.',
      '该红字发票或贷项通知单所冲减的发票尚未上传；本单将等待，待该发票上传后自动生效。',
    ],
    [
      'Upload the invoice, if it is yours to finance; otherwise nothing is to be done.',
      '如需就该发票融资，请上传该发票；否则无需操作。',
    ],
  ),
  correction_unmatched: entry(
    'conflict',
    [
      'Nothing can be taken off the receivable that this credit note names.',
      '该红字发票或贷项通知单所指的应收账款已无可冲减的金额，或与其购方、币种不符。',
    ],
    [
      'Check the number of the invoice it corrects, its buyer and its currency.',
      '请核对被冲减发票的号码、购方和币种。',
    ],
  ),
  correction_known: entry(
    'conflict',
    ['This credit note was uploaded before.', '该红字发票或贷项通知单此前已上传。'],
    ['Nothing is to be done.', '无需操作。'],
  ),

  answer_not_open: entry(
    'conflict',
    ['The receivable is {state} and awaits no answer.', '该应收账款状态为 {state}，无需答复。'],
    LOOK_AGAIN,
  ),
  answer_pending: entry(
    'conflict',
    ['An answer to this receivable already awaits its check.', '该应收账款已有答复待复核。'],
    ['Let it be approved or declined first.', '请先复核或退回已有答复。'],
  ),
  amount_not_partial: entry(
    'refused',
    [
      'A dispute in part confirms more than zero and less than {payable}.',
      '部分异议的确认金额须大于零且小于 {payable}。',
    ],
    [
      'Give the amount you accept in the invoice’s currency; confirm or reject for all or nothing.',
      '请以发票币种填写认可的金额；全额认可请确认，全不认可请拒绝。',
    ],
  ),
  amount_unexpected: entry(
    'refused',
    ['Only a dispute in part names an amount.', '仅部分异议需填写金额。'],
    ['Leave the amount out, or dispute in part.', '请去掉金额，或改为部分异议。'],
  ),
  reason_missing: entry(
    'refused',
    ['A dispute or rejection needs a reason.', '异议或拒绝须说明原因。'],
    ['Choose one of the reasons.', '请选择原因。'],
  ),
  reason_unexpected: entry(
    'refused',
    ['A confirmation in full has no reason.', '全额确认无需原因。'],
    ['Leave the reason out, or dispute in part.', '请去掉原因，或改为部分异议。'],
  ),
  confirmation_not_found: entry('not_found', ['There is no such answer.', '该答复不存在。'], FROM_LIST),
  confirmation_closed: entry(
    'conflict',
    ['The answer is already {state}.', '该答复已为 {state}。'],
    LOOK_AGAIN,
  ),
  maker_is_checker: entry(
    'refused',
    ['Whoever proposed an answer cannot check it.', '经办人不得复核本人提出的答复。'],
    ['Let a colleague check it.', '请由另一位同事复核。'],
  ),
  demand_not_found: entry('not_found', ['There is no such demand.', '该催告函不存在。'], FROM_LIST),
  nothing_to_demand: entry(
    'conflict',
    ['The receivable is {state}; no answer is owed.', '该应收账款状态为 {state}，债务人没有待答复事项。'],
    ['Demand an answer only while one is owed.', '仅可对待答复的应收账款催告。'],
  ),
  demanded_today: entry(
    'conflict',
    ['An answer was demanded today already.', '今天已发出催告函。'],
    ['Wait until tomorrow; the letter of today is in your list.', '请明天再发；今天的函件见催告函列表。'],
  ),
  nothing_done: entry(
    'refused',
    ['None of the {count} items could be done.', '所提交的 {count} 项均未能办理。'],
    ['See the cause of each under "errors".', '各项原因见 errors。'],
  ),
});
