// 法律要求变更或注销登记的期限。
import type { duties as english } from '../../en/register/duties';

export const duties: typeof english = {
  title: '办理期限',
  about:
    '债权或担保消灭、担保人名称变更的，登记办理人应当及时变更或注销登记。双方均可查看期限，系统将提醒办理人。',
  state: '提示事实',
  stateTitle: '登记 {{number}} 发生了什么？',
  stateAbout: '登记内容不变。系统将通知各相关方，并提醒办理人直至登记更新；逾期未办理的，可以提出异议。',
  stated: '已记录，并已通知办理人。',
  what: '事由',
  grounds: {
    debt_discharged: '主债权消灭',
    security_enforced: '担保权实现',
    security_waived: '担保权人放弃全部担保权',
    otherwise_extinguished: '担保权因其他原因消灭',
    grantor_renamed: '担保人名称变更',
  },
  occurredOn: '发生日期',
  formerName: '担保人（登记名称）',
  newName: '营业执照现名称',
  ways: { cancel: '注销', amend: '变更' },
  due: '办理期限',
  weekendsOnly: '该年度节假日安排尚未公布，暂按周末计算。',
  statedBy: '提示时间',
  byPlatform: '系统自动提示',
  states: { open: '待办理', overdue: '已逾期', met: '已按期办理', met_late: '已逾期办理' },
  none: '该登记没有待办理的期限。',
};
