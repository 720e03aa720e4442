// What of their inbox a person wants by mail: for each group of subjects at once, once a working day, or not at all. What
// guards their account, and what the law gives days for, is mailed whatever they wish.
import { ENTRY_RULES, type EntryKind, type Subject } from '../entry';

export const MAIL_GROUPS = [
  'receivables',
  'financing',
  'money',
  'registry',
  'organisation',
  'account',
] as const;
export type MailGroup = (typeof MAIL_GROUPS)[number];
export const CADENCES = ['at_once', 'daily', 'none'] as const;
export type Cadence = (typeof CADENCES)[number];
export const MAIL_LANGUAGES = ['zh', 'en'] as const;
export type MailLanguage = (typeof MAIL_LANGUAGES)[number];
export type Cadences = Readonly<Record<MailGroup, Cadence>>;

export interface MailWish {
  readonly cadences: Cadences;
  readonly language: MailLanguage;
}

const GROUP_OF: Readonly<Record<Subject, MailGroup>> = Object.freeze({
  account: 'money',
  answer_file: 'receivables',
  application: 'organisation',
  approval: 'organisation',
  confirmation: 'receivables',
  contact: 'organisation',
  deal: 'financing',
  demand: 'receivables',
  dispute: 'receivables',
  duplicate: 'receivables',
  financing_request: 'financing',
  mandate: 'organisation',
  notice: 'financing',
  organisation: 'organisation',
  payment: 'money',
  payout: 'money',
  receivable: 'receivables',
  registration: 'registry',
  revocation: 'registry',
  saved_search: 'registry',
  signing_key: 'organisation',
  statutory_entry: 'registry',
  subordination: 'registry',
  trading_relation: 'organisation',
  upload: 'receivables',
  user: 'account',
});

/** The law or a contract gives days for these: Art. 16 of the payment regulation, Order 2021 No. 7, Civil Code Art. 546. */
const WITH_DAYS: ReadonlySet<EntryKind> = new Set([
  'answer_reminder',
  'answer_escalated',
  'demand_received',
  'notice_arrived',
  'registration_expiring',
  'objection_filed',
  'objection_proof_due',
  'objection_notice_due',
  'duty_stated',
  'cancellation_due',
  'name_change_due',
]);

/** Of many receivables a day one mail; of money and of what others wait for, at once. */
export const USUAL_WISH: MailWish = Object.freeze({
  cadences: Object.freeze({
    receivables: 'daily',
    financing: 'at_once',
    money: 'at_once',
    registry: 'daily',
    organisation: 'at_once',
    account: 'at_once',
  }),
  language: 'zh',
});

export const groupOf = (kind: EntryKind): MailGroup => GROUP_OF[ENTRY_RULES[kind].subject];

/** How an entry of this kind reaches somebody with these wishes. */
export function cadenceOf(kind: EntryKind, { cadences }: Pick<MailWish, 'cadences'>): Cadence {
  const group = groupOf(kind);
  if (group === 'account') return 'at_once';
  const wished = cadences[group];
  return wished === 'none' && WITH_DAYS.has(kind) ? 'daily' : wished;
}

/** What remains after "unsubscribe": nothing that may be turned off. */
export const SILENCE: Cadences = Object.freeze({
  receivables: 'none',
  financing: 'none',
  money: 'none',
  registry: 'none',
  organisation: 'none',
  account: 'at_once',
});
