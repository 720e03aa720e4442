// What may go wrong with signing keys, signed answers, evidence, withdrawals and files of answers, and the way out.
import { errorTable } from '#kernel';
import { entry, FROM_LIST, LOOK_AGAIN } from '../errors';

export const confirmationErrors = errorTable('receivables', {
  key_not_found: entry('not_found', ['There is no such signing key.', '该签名密钥不存在。'], FROM_LIST),
  key_malformed: entry(
    'invalid',
    [
      'This is no P-256 or Ed25519 public key in SPKI form.',
      '该内容不是 SPKI 格式的 P-256 或 Ed25519 公钥。',
    ],
    ['Let the browser make the key on the keys page.', '请在密钥页面由浏览器生成密钥。'],
  ),
  key_unproved: entry(
    'refused',
    ['The proof does not show that you hold the private key.', '所附证明不能表明您持有对应的私钥。'],
    ['Register the key in the browser that made it.', '请在生成该密钥的浏览器中登记。'],
  ),
  key_known: entry(
    'conflict',
    ['This public key is registered already.', '该公钥已登记。'],
    ['Make a new key.', '请生成新的密钥。'],
  ),
  key_decided: entry(
    'conflict',
    ['The key is {state} and cannot be decided on again.', '该密钥状态为 {state}，不能再次审批。'],
    LOOK_AGAIN,
  ),
  key_own_approval: entry(
    'refused',
    ['Whoever registered a key does not approve it.', '登记密钥的人不得审批该密钥。'],
    ['Let a colleague approve it.', '请由另一位同事审批。'],
  ),
  key_unusable: entry(
    'refused',
    [
      'This key does not sign for your organisation: it is {state}, of somebody else, or out of its time.',
      '该密钥不能代表本单位签名：其状态为 {state}，或属于他人，或不在有效期内。',
    ],
    [
      'Sign with an approved key of your own, or send the answer without a signature.',
      '请使用本人已获批准的密钥签名，或不签名提交。',
    ],
  ),
  statement_differs: entry(
    'refused',
    ['What was signed is not what this answer states: {field}.', '所签内容与本次答复不一致：{field}。'],
    ['Load the queue again and sign what it shows.', '请刷新待办列表并按所示内容重新签名。'],
  ),
  statement_dated: entry(
    'refused',
    ['The signature is dated {signedAt}, which is not now.', '签名时间 {signedAt} 与当前时间不符。'],
    ['Set the device’s clock and sign again.', '请校准设备时间后重新签名。'],
  ),
  signature_invalid: entry(
    'refused',
    ['The signature does not fit the statement and the key.', '签名与声明及密钥不符。'],
    ['Sign again in the browser that holds the key.', '请在持有密钥的浏览器中重新签名。'],
  ),
  signature_used: entry(
    'refused',
    ['This signature was used before.', '该签名此前已使用。'],
    ['Sign the answer anew.', '请重新签名。'],
  ),
  confirmation_not_given: entry(
    'conflict',
    [
      'The answer is {state}; only an approved one can be proved or withdrawn.',
      '该答复状态为 {state}，仅已批准的答复可出具证据或撤回。',
    ],
    LOOK_AGAIN,
  ),
  withdrawal_of_rejection: entry(
    'refused',
    ['A rejection confirms nothing that could be withdrawn.', '拒绝未确认任何金额，无可撤回。'],
    ['Ask the supplier to upload a corrected invoice.', '请由供应商上传更正后的发票。'],
  ),

  dispute_not_found: entry('not_found', ['There is no such dispute.', '该争议不存在。'], FROM_LIST),
  dispute_moved_on: entry(
    'conflict',
    ['The dispute is {state}; this cannot be done with it.', '该争议状态为 {state}，不能进行此操作。'],
    LOOK_AGAIN,
  ),
  dispute_own_closing: entry(
    'refused',
    [
      'A dispute is closed by another organisation than the one that caused it.',
      '争议须由造成该争议的单位以外的单位关闭。',
    ],
    ['Answer it; the other side or the operator closes it.', '请作出答复，由对方或运营方关闭。'],
  ),
  dispute_not_the_operator: entry(
    'refused',
    ['An escalated dispute is closed by the operator.', '已升级的争议由运营方关闭。'],
    ['Wait for the operator’s decision.', '请等待运营方处理。'],
  ),
  dispute_not_the_cause: entry(
    'refused',
    ['A dispute is answered by the organisation that caused it.', '争议由造成该争议的单位答复。'],
    ['Close or escalate it instead.', '请关闭或升级该争议。'],
  ),
  dispute_file_not_found: entry(
    'not_found',
    ['There is no such file of a dispute.', '该争议材料不存在。'],
    FROM_LIST,
  ),
  dispute_file_empty: entry(
    'invalid',
    ['The file {name} is empty.', '文件 {name} 为空。'],
    ['Choose the file again where it can be opened.', '请确认文件可以打开后重新选择。'],
  ),
  dispute_file_of_the_judge: entry(
    'refused',
    ['Whoever decides a dispute brings no evidence to it.', '裁决争议的一方不得提交证据材料。'],
    ['Ask the supplier, the debtor or the financier for the file.', '请由供应商、债务人或资金方提交该材料。'],
  ),
  dispute_files_full: entry(
    'refused',
    [
      'An organisation adds at most {limit} files to a dispute.',
      '每个单位在一项争议中最多提交 {limit} 份材料。',
    ],
    ['Put what is left into one archive or one PDF.', '请将其余材料合并为一个压缩包或 PDF。'],
  ),
  receivable_disputed: entry(
    'conflict',
    [
      'A dispute holds this receivable, so nothing more of it can be financed.',
      '该应收账款存在争议，暂不能再融资。',
    ],
    ['Wait until the dispute is closed.', '请等待争议关闭。'],
  ),

  answer_file_not_found: entry(
    'not_found',
    ['There is no such file of answers.', '该答复文件不存在。'],
    FROM_LIST,
  ),
  answer_file_one: entry(
    'invalid',
    ['Exactly one file of answers is sent at a time.', '每次只能提交一个答复文件。'],
    ['Send one CSV or XLSX file.', '请提交一个 CSV 或 XLSX 文件。'],
  ),
  answer_line_malformed: entry(
    'refused',
    ['The cell in column {column} cannot be read.', '{column} 列的内容无法识别。'],
    [
      'Correct it as the column’s other lines show, or download the queue again.',
      '请参照该列其他行更正，或重新下载待办列表。',
    ],
  ),
  answer_file_too_long: entry(
    'refused',
    ['Lines beyond the first {limit} are not taken.', '超过 {limit} 行的部分不予受理。'],
    ['Hand in the rest as another file.', '请将其余部分另存为一个文件提交。'],
  ),
  answer_file_moved_on: entry(
    'conflict',
    ['The file is {state}; this cannot be done with it.', '该文件状态为 {state}，不能进行此操作。'],
    LOOK_AGAIN,
  ),
});
