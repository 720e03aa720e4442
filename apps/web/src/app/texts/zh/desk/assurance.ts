// 所融资应收账款的证据与债务人答复情况。
export const assurance = {
  title: '证据',
  noGrade: '未评级',
  disputed: '有争议',
  noAssignment: '合同约定不得转让',
  noAssignmentMeans:
    '与购方的合同约定不得转让。金钱债权的该约定不得对抗第三人（民法典第545条），但请在同意前知悉。',
  response: '购方答复情况',
  own: '供应商与资金方看到的本单位答复情况',
  fewCases: '一年内不足五笔，不予显示',
  noCases: '一年内尚无记录',
  median: '中位数 {{days}} 天',
  inTime: '{{percent}}% 按期',
  disputedShare: '{{percent}}% 有异议',
  withdrawnShare: '{{percent}}% 后撤回',
  cases_one: '共 {{count}} 笔',
  cases_other: '共 {{count}} 笔',
  atLeast: '证据等级',
  any: '不限证据',
  orBetter: '{{grade}} 级及以上',
  weakest: '最低证据等级',
};
