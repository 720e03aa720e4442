// The words of the page, in both languages; it carries them with it.
import type { ReceiptStep } from '#audit/offline';

type SlipWord = 'debtor' | 'at' | 'invoice' | 'pay' | 'account' | 'noAccount' | 'why' | 'noNotice' | 'notice';

type EvidenceWord =
  | 'debtor'
  | 'supplier'
  | 'invoice'
  | 'decision'
  | 'confirmed'
  | 'signature'
  | 'delivery'
  | 'grade'
  | 'document'
  | 'issued';

interface Texts {
  readonly title: string;
  readonly about: string;
  readonly language: string;
  readonly key: string;
  readonly keyHint: string;
  readonly keyFromHere: string;
  readonly keyWrong: string;
  readonly receipt: string;
  readonly drop: string;
  readonly paste: string;
  readonly choose: string;
  readonly holds: string;
  readonly fails: string;
  readonly many: (holding: number, all: number) => string;
  readonly notJson: string;
  readonly empty: string;
  readonly save: string;
  readonly step: Readonly<Record<ReceiptStep, string>>;
  readonly passed: string;
  readonly failed: string;
  readonly notReached: string;
  readonly proves: string;
  readonly field: Readonly<Record<'deed' | 'subject' | 'at' | 'log' | 'size' | 'details', string>>;
  readonly notProved: string;
  readonly slipHolds: string;
  readonly slipFails: string;
  readonly slip: Readonly<Record<SlipWord, string>>;
  readonly slipNotProved: string;
  readonly evidenceHolds: string;
  readonly evidenceFails: string;
  readonly evidence: {
    readonly field: Readonly<Record<EvidenceWord, string>>;
    readonly part: Readonly<Record<'maker' | 'checker', string>>;
    readonly unsigned: string;
  };
  readonly evidenceNotProved: string;
  readonly certificateHolds: string;
  readonly certificateFails: string;
  readonly certificateNotProved: string;
  readonly online: string;
  readonly number: string;
  readonly numberHint: string;
  readonly code: string;
  readonly codeHint: string;
  readonly ask: string;
  readonly noServer: string;
  readonly exists: string;
  readonly issuedAt: string;
  readonly recordedAt: string;
  readonly clock: Readonly<Record<'statutory' | 'registered_here_only', string>>;
  readonly stateNow: string;
  readonly newerEdition: string;
  readonly withoutCode: string;
}

const en: Texts = {
  title: 'Verify a receipt, a certificate, a payment slip or a confirmation',
  about:
    'A receipt proves that a deed stands in the log of deeds, unchanged; a certificate proves what the register held; a signed payment slip proves which account was stated to a debtor; an evidence file proves how a debtor confirmed what it owes. They are checked here, on your device: no file is sent, and no server is asked.',
  language: '中文',
  key: 'Public key of the log',
  keyHint: 'One line, name+id+key. Use the one you got from the operator or kept from before.',
  keyFromHere: 'Filled in with the key this server states. Compare it with the one you hold.',
  keyWrong: 'This is no public key of a log: it should be one line, name+id+key.',
  receipt: 'Receipt, certificate, payment slip or evidence of a confirmation',
  drop: 'Drop the file here, or choose it: JSON, or a certificate as PDF.',
  paste: 'Or paste its text',
  choose: 'Choose a file',
  holds: 'The receipt holds.',
  fails: 'The receipt does not hold.',
  many: (holding, all) => `${holding} of ${all} hold.`,
  notJson: 'This is not JSON. Take the file as it was downloaded.',
  empty: 'There is neither receipt nor slip nor evidence in it.',
  save: 'Save this page as one file, for use without a network',
  step: {
    form: 'It has the form of a receipt.',
    checkpoint: 'The checkpoint is signed by the key of the log.',
    parts: 'What it shows of the deed is what the log committed to.',
    inclusion: 'The deed is in the log that the checkpoint describes.',
  },
  passed: 'holds',
  failed: 'fails',
  notReached: 'not reached',
  proves: 'What it proves',
  field: {
    deed: 'Deed',
    subject: 'Subject',
    at: 'Time',
    log: 'Log',
    size: 'Entries in the log, and when it was signed',
    details: 'What was done',
  },
  notProved: 'It proves that the deed was recorded so. It does not prove that what people entered was true.',
  slipHolds: 'The payment slip holds.',
  slipFails: 'The payment slip does not hold.',
  slip: {
    debtor: 'Stated to',
    at: 'At',
    invoice: 'Invoice',
    pay: 'Pay',
    account: 'To the account',
    noAccount: 'no verified account at that time',
    why: 'Because',
    noNotice: 'no notice of assignment had arrived',
    notice: 'a notice of assignment arrived, and its arrival is in the log:',
  },
  slipNotProved:
    'It proves what was stated at that instant. A notice that arrived later changes whom to pay.',
  evidenceHolds: 'The evidence of the confirmation holds.',
  evidenceFails: 'The evidence of the confirmation does not hold.',
  evidence: {
    field: {
      debtor: 'Debtor',
      supplier: 'Supplier',
      invoice: 'Invoice',
      decision: 'Answer',
      confirmed: 'Confirmed amount',
      signature: 'Signature',
      delivery: 'When the task reached the debtor',
      grade: 'Grade of the evidence',
      document: 'Invoice file',
      issued: 'Issued at',
    },
    part: { maker: 'Proposed by', checker: 'Approved by' },
    unsigned: 'not signed with a key; two people approved it',
  },
  evidenceNotProved:
    'It proves what the debtor answered and how. Later payments, withdrawals and disputes are not in it.',
  certificateHolds: 'The certificate holds.',
  certificateFails: 'The certificate does not hold.',
  certificateNotProved:
    'It proves what the register held when it was issued. What happened since is told by a new search, or by its number above.',
  online: 'Ask about a certificate by its number',
  number: 'Certificate number',
  numberHint: '18 digits, printed on the certificate.',
  code: 'Verification code',
  codeHint:
    'Printed beside the number. With it you read what the certificate says; without it only that it exists.',
  ask: 'Ask',
  noServer: 'The server cannot be reached. Check the file below instead.',
  exists: 'this certificate was issued here.',
  issuedAt: 'Issued',
  recordedAt: 'Our time',
  clock: {
    statutory: 'the statutory time',
    registered_here_only: 'registered here only, not the time of the national register',
  },
  stateNow: 'The registration now',
  newerEdition: 'There is a newer edition of this certificate.',
  withoutCode: 'Give the verification code to read what it says.',
};

const zh: Texts = {
  title: '核验回执、证明、付款通知单或确权证据',
  about:
    '回执证明某项操作已记入操作日志且未被改动；登记与查询证明证明登记系统所载内容；签名付款通知单证明曾告知债务人的收款账户；确权证据证明债务人如何确认所欠款项。核验在您的设备上进行：不上传任何文件，也不询问服务器。',
  language: 'English',
  key: '日志公钥',
  keyHint: '一行文字：名称+编号+公钥。请使用运营方提供或您此前保存的公钥。',
  keyFromHere: '已填入本服务器公布的公钥，请与您持有的公钥核对。',
  keyWrong: '这不是日志公钥：应为一行文字，名称+编号+公钥。',
  receipt: '回执、证明、付款通知单或确权证据',
  drop: '将文件拖到这里，或选择文件：JSON，或 PDF 证明。',
  paste: '或粘贴文件内容',
  choose: '选择文件',
  holds: '回执成立。',
  fails: '回执不成立。',
  many: (holding, all) => `${all} 份中 ${holding} 份成立。`,
  notJson: '内容不是 JSON。请使用下载的原文件。',
  empty: '其中没有回执、付款通知单或确权证据。',
  save: '将本页保存为单个文件，断网可用',
  step: {
    form: '格式是回执。',
    checkpoint: '检查点由日志公钥签名。',
    parts: '所示内容与日志承诺的一致。',
    inclusion: '该操作在检查点所述的日志中。',
  },
  passed: '成立',
  failed: '不成立',
  notReached: '未核验',
  proves: '证明了什么',
  field: {
    deed: '操作',
    subject: '对象',
    at: '时间',
    log: '日志',
    size: '日志条数与签名时间',
    details: '操作内容',
  },
  notProved: '它证明该操作确实如此记录；不证明人们填写的内容属实。',
  slipHolds: '付款通知单成立。',
  slipFails: '付款通知单不成立。',
  slip: {
    debtor: '告知对象',
    at: '时间',
    invoice: '发票',
    pay: '应付',
    account: '收款账户',
    noAccount: '当时尚无已核验账户',
    why: '依据',
    noNotice: '当时未收到转让通知',
    notice: '转让通知已到达，且到达已记入日志：',
  },
  slipNotProved: '它证明当时告知的内容；此后到达的转让通知会变更收款方。',
  evidenceHolds: '确权证据成立。',
  evidenceFails: '确权证据不成立。',
  evidence: {
    field: {
      debtor: '债务人',
      supplier: '供应商',
      invoice: '发票',
      decision: '答复',
      confirmed: '确认金额',
      signature: '签名',
      delivery: '任务送达债务人的时间',
      grade: '证据等级',
      document: '发票文件',
      issued: '出具时间',
    },
    part: { maker: '经办', checker: '复核' },
    unsigned: '未使用密钥签名，由两人完成',
  },
  evidenceNotProved: '它证明债务人的答复内容与方式；不包含此后的付款、撤回或争议。',
  certificateHolds: '证明成立。',
  certificateFails: '证明不成立。',
  certificateNotProved: '它证明出具时登记系统所载内容；此后的变化请重新查询，或在上方按编号核验。',
  online: '按编号核验证明',
  number: '证明编号',
  numberHint: '18 位数字，印于证明上。',
  code: '校验码',
  codeHint: '印于编号旁。填写校验码可查看证明内容；不填则仅核验其是否存在。',
  ask: '核验',
  noServer: '无法连接服务器，请在下方核验文件。',
  exists: '本系统确已出具。',
  issuedAt: '出具时间',
  recordedAt: '本平台时间',
  clock: { statutory: '法定登记时间', registered_here_only: '仅在本平台登记，非全国统一登记系统时间' },
  stateNow: '该登记现状',
  newerEdition: '该证明已有更新的版次。',
  withoutCode: '填写校验码可查看证明内容。',
};

export const texts = { en, zh };
export type Language = keyof typeof texts;
