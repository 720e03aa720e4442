// The figures of the registry that a rule can change, dated and with their source.
import { defineParameter } from '#platform';

const ORDER_2021_7 =
  'PBoC Order 2021 No. 7 (动产和权利担保统一登记办法), term of registration; in force 2022-02-01';
const ORDER_OBJECTION = 'PBoC Order 2021 No. 7 (动产和权利担保统一登记办法), objection; in force 2022-02-01';
const SINCE = '2022-02-01';

export const termMinMonths = defineParameter({
  name: 'registry.term_min_months',
  kind: 'integer',
  text: { en: 'Shortest term of a registration, months', zh: '登记期限下限（月）' },
  initial: [{ value: '1', effectiveFrom: SINCE, source: ORDER_2021_7 }],
});

export const termMaxMonths = defineParameter({
  name: 'registry.term_max_months',
  kind: 'integer',
  text: { en: 'Longest term of a registration, months', zh: '登记期限上限（月）' },
  initial: [{ value: '360', effectiveFrom: SINCE, source: ORDER_2021_7 }],
});

/** Filings made while this is "yes" have the statutory time; all others are registered here only. */
export const statutory = defineParameter({
  name: 'registry.statutory',
  kind: 'text',
  text: {
    en: 'Whether this deployment is the statutory registry: yes or no',
    zh: '本系统是否为法定登记机构：yes 或 no',
  },
  initial: [{ value: 'no', effectiveFrom: SINCE, source: 'Default of this deployment' }],
});

const FEES_2025 =
  'Fees of the national registry as published in 2025: by year of term, by amendment or objection';

/** Zero makes registering free. */
export const feePerYear = defineParameter({
  name: 'registry.fee_per_year',
  kind: 'decimal',
  text: {
    en: 'Fee of a registration or extension, yuan for each year begun; 0: free',
    zh: '登记及展期费用（元/年，不足一年按一年计）；0 表示免费',
  },
  initial: [{ value: '15', effectiveFrom: SINCE, source: FEES_2025 }],
});

/** Zero makes it free. */
export const feePerEvent = defineParameter({
  name: 'registry.fee_per_event',
  kind: 'decimal',
  text: {
    en: 'Fee of an amendment or objection, yuan; 0: free',
    zh: '变更或异议登记费用（元/次）；0 表示免费',
  },
  initial: [{ value: '5', effectiveFrom: SINCE, source: FEES_2025 }],
});

/** After it a filing of a deal without a statutory registration holds up its payout, waived or not. */
export const statutoryWithinDays = defineParameter({
  name: 'registry.statutory_within_days',
  kind: 'integer',
  text: {
    en: 'Days from filing within which the statutory registration must be recorded; 0: no such limit',
    zh: '自登记之日起须录入法定登记信息的天数；0 表示不限',
  },
  initial: [{ value: '0', effectiveFrom: SINCE, source: 'Default of this deployment' }],
});

/** 0: at once. */
export const archiveAfterDays = defineParameter({
  name: 'registry.archive_after_days',
  kind: 'integer',
  text: {
    en: 'Days from the end of a registration after which only the archive has it; 0: at once',
    zh: '登记终止后转入归档的天数；0 表示立即归档',
  },
  initial: [
    {
      value: '365',
      effectiveFrom: SINCE,
      source: 'House rule of the platform; PBoC Order 2021 No. 7 Art. 32 asks for an archive of 15 years',
    },
  ],
});

/** Without proof that a court or a tribunal has taken the case an objection lapses. */
export const objectionProofDays = defineParameter({
  name: 'registry.objection_proof_days',
  kind: 'integer',
  text: {
    en: 'Days from an objection within which a lawsuit or an arbitration must be shown',
    zh: '异议登记后须提交起诉或仲裁受理证明的天数',
  },
  initial: [{ value: '30', effectiveFrom: SINCE, source: ORDER_OBJECTION }],
});

export const objectionNoticeDays = defineParameter({
  name: 'registry.objection_notice_days',
  kind: 'integer',
  text: {
    en: 'Days from an objection within which the objector tells the secured parties',
    zh: '异议登记后须通知担保权人的天数',
  },
  initial: [{ value: '7', effectiveFrom: SINCE, source: ORDER_OBJECTION }],
});

const ORDER_DUTY =
  'PBoC Order 2021 No. 7 (动产和权利担保统一登记办法), change of name and cancellation; in force 2022-02-01';

export const cancelWithinWorkingDays = defineParameter({
  name: 'registry.cancel_within_working_days',
  kind: 'integer',
  text: {
    en: 'Working days from the end of the debt or the security within which a registration is cancelled',
    zh: '债权或担保消灭后须注销登记的工作日数',
  },
  initial: [{ value: '10', effectiveFrom: SINCE, source: ORDER_DUTY }],
});

export const renameWithinMonths = defineParameter({
  name: 'registry.rename_within_months',
  kind: 'integer',
  text: {
    en: 'Months from a grantor’s change of name within which a registration is amended',
    zh: '担保人名称变更后须办理变更登记的月数',
  },
  initial: [{ value: '4', effectiveFrom: SINCE, source: ORDER_DUTY }],
});

const reminder = (name: string, value: string, en: string, zh: string) =>
  defineParameter({
    ...{ name, kind: 'integer', text: { en, zh } },
    initial: [{ value, effectiveFrom: SINCE, source: 'House rule of the platform' }],
  });

/** 0: nobody is reminded. */
export const expiryFirstDays = reminder(
  'registry.expiry_first_reminder_days',
  '30',
  'Days before the end of a term on which its parties are first reminded; 0: not at all',
  '登记到期前首次提醒的天数；0 表示不提醒',
);
export const expiryLastDays = reminder(
  'registry.expiry_last_reminder_days',
  '7',
  'Days before the end of a term on which its parties are reminded again; 0: not at all',
  '登记到期前再次提醒的天数；0 表示不提醒',
);
export const proofReminderDays = reminder(
  'registry.proof_reminder_days',
  '7',
  'Days before an objection lapses on which the objector is reminded of the proof; 0: not at all',
  '异议失效前提醒异议人提交证明的天数；0 表示不提醒',
);
export const noticeReminderDays = reminder(
  'registry.notice_reminder_days',
  '3',
  'Days before the time for telling the secured parties of an objection ends on which the objector is reminded; 0: not at all',
  '通知担保权人异议的期限届满前提醒异议人的天数；0 表示不提醒',
);
export const cancellationReminderDays = reminder(
  'registry.cancellation_reminder_days',
  '4',
  'Days before a cancellation is due on which whoever filed is reminded; 0: not at all',
  '注销登记期限届满前提醒的天数；0 表示不提醒',
);
export const renameFirstDays = reminder(
  'registry.rename_first_reminder_days',
  '30',
  'Days before an amendment for a change of name is due on which whoever filed is first reminded; 0: not at all',
  '名称变更登记期限届满前首次提醒的天数；0 表示不提醒',
);
export const renameLastDays = reminder(
  'registry.rename_last_reminder_days',
  '7',
  'Days before an amendment for a change of name is due on which whoever filed is reminded again; 0: not at all',
  '名称变更登记期限届满前再次提醒的天数；0 表示不提醒',
);
