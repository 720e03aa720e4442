// The numbers of factoring that a rule or a house decision can change.
import { defineParameter } from '#platform';

const HOUSE_RULE = { effectiveFrom: '2000-01-01', source: 'House rule' };

export const requestOpenDays = defineParameter({
  name: 'factoring.request_open_days',
  kind: 'integer',
  initial: [{ value: '7', ...HOUSE_RULE }],
  text: {
    en: 'Days a financing request stays open when the supplier names no closing time',
    zh: '供应商未指定截止时间时，融资申请的开放天数',
  },
});

export const minTenorDays = defineParameter({
  name: 'factoring.min_tenor_days',
  kind: 'integer',
  initial: [{ value: '7', ...HOUSE_RULE }],
  text: {
    en: 'Days that must remain until the due date of a receivable that is offered',
    zh: '申请融资的应收账款须剩余的最短期限（天）',
  },
});

export const registrationExtraMonths = defineParameter({
  name: 'factoring.registration_extra_months',
  kind: 'integer',
  initial: [{ value: '6', ...HOUSE_RULE }],
  text: {
    en: 'Months that a registration outlasts the last due date of its deal, for collection',
    zh: '登记期限超出业务最后到期日的月数，供催收之用',
  },
});
