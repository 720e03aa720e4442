// What may go wrong with invoices that their debtor uploads, and the way out.
import { errorTable } from '#kernel';
import { entry } from '../errors';

export const payableErrors = errorTable('receivables', {
  buyer_is_not_uploader: entry(
    'refused',
    [
      'The buyer’s identifiers on the invoice are not those of your organisation.',
      '发票购方标识与本单位登记的标识不一致。',
    ],
    [
      'Upload here only what your organisation owes; if an identifier of yours is missing here, ask the operator to add it.',
      '此处请只上传本单位应付的发票；如本单位的某个标识尚未登记，请联系运营方补充。',
    ],
  ),
  seller_unknown: entry(
    'refused',
    [
      'The seller {seller} is not known here by any identifier on the invoice.',
      '销方 {seller} 的标识在平台上查无登记。',
    ],
    [
      'Invite the supplier; keep this as a plan and apply it once the supplier has joined.',
      '请邀请该供应商入驻；可先保留为计划，待供应商入驻后再应用。',
    ],
  ),
  seller_ambiguous: entry(
    'refused',
    [
      'The seller’s identifiers on the invoice belong to different organisations.',
      '发票销方的多个标识分属不同单位。',
    ],
    ['Check the identifiers with the supplier.', '请与供应商核对标识。'],
  ),
  payable_undated: entry(
    'refused',
    ['It is not said when this invoice will be paid.', '未注明该发票的付款到期日。'],
    ['State the due date, then upload again.', '请填写到期日后重新上传。'],
  ),
  payable_known: entry(
    'conflict',
    [
      'The supplier had uploaded it before; this upload is your answer to it.',
      '供应商此前已上传该发票，本次上传即为对其的答复。',
    ],
    ['A colleague approves it among the confirmations.', '请由同事在账款确认中复核。'],
  ),
  payable_differs: entry(
    'refused',
    [
      'Another amount is registered for this invoice: {registered}.',
      '该发票登记的应付金额不同：{registered}。',
    ],
    [
      'Answer it among the confirmations, in part where that is right.',
      '请在账款确认中答复，必要时部分确认。',
    ],
  ),
});
