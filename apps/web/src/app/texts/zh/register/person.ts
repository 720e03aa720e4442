// Searches for natural persons, and the log of who made them, in Chinese.
export const person = {
  by: '自然人',
  number: '证件号码',
  numberAbout: '请填写完整号码。系统不保存、不显示该号码；查询证明仅载明遮蔽后的号码。',
  purpose: '查询事由',
  purposeAbout: '与查询人及其单位一并留存，被查询人可以查看。',
  title: '自然人查询记录',
  about: '何人何时因何用证件号码查询过自然人。',
  empty: '暂无您可以查看的自然人查询记录。',
  masked: '证件号码',
  at: '时间',
  why: '事由',
  organisation: '查询单位',
  user: '查询人',
};
