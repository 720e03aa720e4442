// 在页面上更正被拒绝的行。
import type { mending as english } from '../../en/desk/mending';

export const mending: typeof english = {
  title: '更正被拒绝的行',
  about: '请更正标出的单元格，再重新核验。核验通过的行另成一份导入计划；您原来上传的文件保持不变。',
  refusedPlan_one: '有 {{count}} 张发票被拒绝，不能全部应用。',
  refusedPlan_other: '有 {{count, number}} 张发票被拒绝，不能全部应用。',
  checkNone: '核验已更正的发票',
  refused_one: '{{count}} 张发票被拒绝：',
  refused_other: '{{count, number}} 张发票被拒绝：',
  here: '在此更正',
  back: '返回本次上传',
  line: '第 {{line}} 行',
  lines: '第 {{from}} 至 {{to}} 行',
  more: '显示后面被拒绝的行',
  csv: '下载 CSV',
  xlsx: '下载 Excel',
  allCells: '显示全部单元格',
  fewCells: '只显示待更正的单元格',
  none: '没有表格行被拒绝。其他文件需由开票方更正，原因见上传结果。',
  changed_one: '已更正 {{count}} 张发票',
  changed_other: '已更正 {{count}} 张发票',
  unchanged: '尚未更正。',
  check_one: '核验已更正的 {{count}} 张发票',
  check_other: '核验已更正的 {{count}} 张发票',
  reset: '撤销我的更改',
};
