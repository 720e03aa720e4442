// The record of deeds.
export const audit = {
  receipt: '回执',
  verify: '核验回执',
  title: '操作留痕',
  about: '按记录顺序列示何人做了何事；记录只增不改。',
  empty: '尚无记录。',
  emptySubject: '该对象没有记录。',
  at: '时间',
  action: '操作',
  subject: '对象',
  version: '版本',
  by: '操作人',
  platform: '平台',
  details: '内容',
  only: '只看该对象',
  showAll: '查看全部',
};
