// Refusals of statements that a registration is to be amended or cancelled, with their way out.
import { errorTable } from '#kernel';

export const errors = errorTable('registry', {
  duty_day_ahead: {
    kind: 'refused',
    message: { en: 'The day {day} has not come yet.', zh: '日期{day}尚未到来。' },
    fix: { en: 'Give the day on which it happened.', zh: '请填写事实发生之日。' },
  },
  duty_before_filing: {
    kind: 'refused',
    message: {
      en: 'On {day} there was no registration that could have been cancelled.',
      zh: '{day}时尚未办理该登记，无从注销。',
    },
    fix: {
      en: 'Give the day on which the debt or the security ended; object to a registration that was wrong from the start.',
      zh: '请填写债权或担保消灭之日；登记自始有误的，请提出异议。',
    },
  },
  duty_names_missing: {
    kind: 'refused',
    message: {
      en: 'A change of name takes the former and the new name, and no other ground does.',
      zh: '名称变更须填写原名称和新名称；其他事由无需填写名称。',
    },
    fix: { en: 'Give both names, or neither.', zh: '请同时填写两个名称，或均不填写。' },
  },
  duty_name_unknown: {
    kind: 'refused',
    message: { en: 'This registration names no grantor “{name}”.', zh: '该登记中没有名为“{name}”的担保人。' },
    fix: {
      en: 'Copy the name from the registration; once it is amended nothing is due.',
      zh: '请从登记中抄录名称；已办理变更的，无需再提示。',
    },
  },
  duty_name_unchanged: {
    kind: 'refused',
    message: { en: 'The two names are the same.', zh: '两个名称相同。' },
    fix: { en: 'Give the name as the licence now has it.', zh: '请按营业执照填写现名称。' },
  },
  duty_stated: {
    kind: 'conflict',
    message: { en: 'This was stated already.', zh: '该事实已有记录。' },
    fix: { en: 'See the deadlines of the registration.', zh: '请查看该登记的办理期限。' },
  },
});
