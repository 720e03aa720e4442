// The archive of registrations that ended long ago.
export const archive = {
  include: '并查询归档（早已终止的登记）',
  all: '未归档',
  only: '已归档',
  find: '登记编号或担保人名称',
  noneFound: '没有符合条件的登记，请清除筛选条件查看全部。',
  label: '归档',
  about: '以下登记早已终止。一般查询不再列出；查询时勾选归档即可查得，其证明仍可核验。',
  empty: '您没有已归档的登记。',
};
