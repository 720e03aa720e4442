// When a debtor that owes answers is reminded, in days from the day it was asked; the rule of the law is the last day.
import { defineParameter } from '#platform';

const reminder = (name: string, value: string, en: string, zh: string) =>
  defineParameter({
    name,
    kind: 'integer',
    text: { en, zh },
    initial: [{ value, effectiveFrom: '2020-01-01', source: 'House rule of the platform' }],
  });

/** In order; with the last one the administrators of the organisation hear of it too. */
export const REMINDERS = Object.freeze([
  reminder(
    'inbox.first_reminder_days',
    '10',
    'Days until a debtor is first reminded of an unanswered request for confirmation',
    '首次提醒债务人答复确权请求的天数',
  ),
  reminder(
    'inbox.second_reminder_days',
    '20',
    'Days until a debtor is reminded for the second time',
    '第二次提醒债务人的天数',
  ),
  reminder(
    'inbox.last_reminder_days',
    '27',
    'Days until a debtor is reminded for the last time, and its administrators are told',
    '最后一次提醒债务人并告知其管理员的天数',
  ),
]);
