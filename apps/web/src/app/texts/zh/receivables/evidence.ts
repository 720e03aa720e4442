// 争议中的证据材料。
export const evidence = {
  title: '证据材料',
  about: '争议相关各方均可查看全部材料。材料一经提交不可撤回。',
  none: '尚无材料。',
  add: '添加材料',
  addHint: '单个文件不超过 20 MB：照片、送货单、函件等。可点击选择或拖入文件。',
  added: '材料已添加。',
  side: {
    supplier: '供应商提交',
    debtor: '债务人提交',
    other: '{{name}} 提交',
  },
  fingerprint: '内容的 SHA-256',
};
