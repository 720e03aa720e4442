// 债务人待办与争议。
export const queue = {
  count_one: '{{count}} 笔待答复或复核',
  count_other: '{{count}} 笔待答复或复核',
  overdue: '{{count}} 笔逾期',
  held: '{{count}} 笔被暂停',
  confirmOne: '全额确认发票 {{number}}？',
  documentsHelp: '填写订单号与收货单号可提高证据等级。',
  noAssignment: '我方与供应商的合同约定不得转让',
  noAssignmentHelp: '将提示供应商与资金方；金钱债权的该约定不得对抗第三人。',
  downloadXlsx: '下载 Excel',
  held_by_dispute: '有争议',
  ownUpload: '本单位上传',
};

export const disputing = {
  title: '发票 {{number}} 的争议',
  platform: '平台（依据税务查验结果）',
  course: '经过',
  opened: '由 {{name}} 提出',
  answered: '造成方 {{name}} 已答复',
  escalated: '已提交运营方',
  closed: '由 {{name}} 关闭',
  holds: '争议关闭前，该应收账款不得再融资。',
  whoCloses: '造成方负责答复，由其他单位关闭；提交运营方后仅运营方可关闭。',
};
