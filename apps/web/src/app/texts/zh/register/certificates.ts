// 登记与查询证明。

export const certificates = {
  take: '证明文件',
  kinds: {
    registration: '登记证明',
    amendment: '变更登记证明',
    extension: '展期登记证明',
    cancellation: '注销登记证明',
    objection: '异议登记证明',
    objection_withdrawal: '异议撤回证明',
    objection_lapse: '异议失效证明',
    revocation: '撤销登记证明',
    search: '查询证明',
  },
  number: '证明编号',
  code: '校验码',
  issuedAt: '出具时间',
  edition: '第 {{edition}} 版',
  hash: '内容摘要（SHA-256）',
  pdf: '下载 PDF',
  receipt: '下载签名回执（JSON）',
  howToVerify: '凭编号与校验码可在线查看证明内容；文件本身断网亦可核验。',
  verifyPage: '核验页面',
};
