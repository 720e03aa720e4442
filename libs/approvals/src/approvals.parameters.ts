// The numbers of approvals that a house decision can change.
import { defineParameter } from '#platform';

export const approvalHours = defineParameter({
  name: 'approvals.hours',
  kind: 'integer',
  initial: [{ value: '72', effectiveFrom: '2000-01-01', source: 'House rule' }],
  text: {
    en: 'Hours that a deed waits for its second person before it expires',
    zh: '待复核操作的有效时间（小时）',
  },
});
