// What stands in an inbox. A task is open until the facts close it; nobody ticks it off by hand. What is merely told
// stays as it is.
import type { Id } from '#kernel';

export const ENTRY_STATES = ['open', 'overdue', 'done', 'void', 'told'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const SUBJECTS = [
  'account',
  'answer_file',
  'application',
  'approval',
  'confirmation',
  'contact',
  'deal',
  'demand',
  'dispute',
  'duplicate',
  'financing_request',
  'mandate',
  'notice',
  'organisation',
  'payment',
  'payout',
  'receivable',
  'registration',
  'revocation',
  'saved_search',
  'signing_key',
  'statutory_entry',
  'subordination',
  'trading_relation',
  'upload',
  'user',
] as const;
export type Subject = (typeof SUBJECTS)[number];

interface Rule {
  readonly subject: Subject;
  /** What somebody must be allowed to do to see it; null: the fact says. */
  readonly permission: string | null;
  readonly task: boolean;
}
const task = (subject: Subject, permission: string | null): Rule => ({ subject, permission, task: true });
const told = (subject: Subject, permission: string): Rule => ({ subject, permission, task: false });
/** What is told to one person asks for nothing that not everyone may. */
const personal = (subject: Subject): Rule => told(subject, 'inbox.read');

export const ENTRY_RULES = Object.freeze({
  receivable_to_answer: task('receivable', 'confirmation.read'),
  answer_to_check: task('confirmation', 'confirmation.check'),
  answer_file_to_check: task('answer_file', 'confirmation.check'),
  approval_to_decide: task('approval', null),
  key_to_approve: task('signing_key', 'key.approve'),
  duplicate_to_clear: task('duplicate', 'duplicate.clear'),
  offers_to_compare: task('financing_request', 'offer.accept'),
  payout_to_instruct: task('deal', 'payout.instruct'),
  payout_to_release: task('payout', 'payout.approve'),
  payment_to_allocate: task('payment', 'payment.allocate'),
  account_to_verify: task('account', 'account.verify'),
  account_test_to_answer: task('account', 'account.propose'),
  application_to_decide: task('application', 'organisation.onboard'),
  relation_to_decide: task('trading_relation', 'relation.agree'),
  mandate_to_answer: task('mandate', 'mandate.agree'),
  roles_to_decide: task('user', 'user.assign'),
  reset_to_decide: task('user', 'user.assign'),
  departure_to_decide: task('organisation', 'organisation.onboard'),
  frozen_deal_to_clear: task('deal', 'payout.instruct'),
  revocation_to_decide: task('revocation', 'registration.revoke'),
  statutory_to_check: task('statutory_entry', 'title.record'),
  subordination_to_answer: task('subordination', 'registration.file'),
  receivable_confirmed: told('receivable', 'receivable.read'),
  receivable_part_disputed: told('receivable', 'receivable.read'),
  receivable_rejected: told('receivable', 'receivable.read'),
  receivable_diluted: told('receivable', 'receivable.read'),
  receivable_corrected: told('receivable', 'confirmation.read'),
  receivable_withdrawn: told('receivable', 'confirmation.read'),
  confirmation_withdrawn: told('receivable', 'receivable.read'),
  answer_sent_back: told('receivable', 'confirmation.propose'),
  answer_reminder: told('organisation', 'confirmation.read'),
  answer_escalated: told('organisation', 'user.assign'),
  duplicate_cleared: told('receivable', 'receivable.read'),
  tax_check_differs: told('receivable', 'tax.read'),
  dispute_opened: told('dispute', 'receivable.read'),
  dispute_moved: told('dispute', 'receivable.read'),
  demand_received: told('demand', 'demand.read'),
  upload_read: personal('upload'),
  upload_applied: personal('upload'),
  upload_refused: personal('upload'),
  upload_undone: personal('upload'),
  offer_accepted: told('deal', 'deal.read'),
  offer_withdrawn: told('financing_request', 'offer.read'),
  offer_lapsed: told('financing_request', 'offer.read'),
  offer_rejected: told('financing_request', 'offer.read'),
  request_expired: told('financing_request', 'request.read'),
  deal_frozen: told('deal', 'deal.read'),
  competing_claim: told('deal', 'deal.read'),
  deal_unfrozen: told('deal', 'deal.read'),
  deal_funded: told('deal', 'deal.read'),
  deal_matured: told('deal', 'deal.read'),
  deal_overdue: told('deal', 'deal.read'),
  deal_recourse: told('deal', 'deal.read'),
  deal_bought_back: told('deal', 'deal.read'),
  deal_written_off: told('deal', 'deal.read'),
  deal_settled: told('deal', 'deal.read'),
  deal_diluted: told('deal', 'deal.read'),
  dilution_acknowledged: told('deal', 'deal.read'),
  notice_arrived: told('notice', 'notice.read'),
  payout_paid: told('payout', 'payout.read'),
  payout_failed: told('payout', 'payout.read'),
  registration_filed: told('registration', 'registration.read'),
  registration_cancelled: told('registration', 'registration.read'),
  registration_amended: told('registration', 'registration.read'),
  registration_extended: told('registration', 'registration.read'),
  subordination_moved: told('subordination', 'registration.read'),
  registration_expiring: told('registration', 'registration.read'),
  objection_proof_due: told('registration', 'registration.read'),
  objection_notice_due: told('registration', 'registration.read'),
  duty_stated: told('registration', 'registration.read'),
  cancellation_due: told('registration', 'registration.read'),
  name_change_due: told('registration', 'registration.read'),
  registration_revoked: told('registration', 'registration.read'),
  objection_filed: told('registration', 'registration.read'),
  objection_proved: told('registration', 'registration.read'),
  objection_withdrawn: told('registration', 'registration.read'),
  objection_lapsed: told('registration', 'registration.read'),
  account_verified: told('account', 'account.read'),
  account_test_refused: told('account', 'account.read'),
  account_refused: told('account', 'account.read'),
  account_locked: told('account', 'account.read'),
  organisation_suspended: told('organisation', 'organisation.read'),
  organisation_reinstated: told('organisation', 'organisation.read'),
  organisation_renamed: told('organisation', 'organisation.read'),
  departure_refused: told('organisation', 'organisation.read'),
  identifiers_changed: told('organisation', 'organisation.read'),
  saved_search_met: told('saved_search', 'search.read'),
  contact_verified: told('contact', 'organisation.read'),
  contact_retired: told('contact', 'organisation.read'),
  relation_confirmed: told('trading_relation', 'relation.read'),
  relation_declined: told('trading_relation', 'relation.read'),
  mandate_accepted: told('mandate', 'mandate.read'),
  mandate_declined: told('mandate', 'mandate.read'),
  mandate_ended: told('mandate', 'mandate.read'),
  approval_decided: personal('approval'),
  key_approved: personal('signing_key'),
  key_declined: personal('signing_key'),
  key_revoked: personal('signing_key'),
  roles_changed: personal('user'),
  roles_declined: personal('user'),
  user_reinstated: personal('user'),
  password_changed: personal('user'),
  second_factor_changed: personal('user'),
  session_stolen: personal('user'),
  offer_diluted: told('financing_request', 'offer.read'),
} satisfies Record<string, Rule>);
export type EntryKind = keyof typeof ENTRY_RULES;
export const ENTRY_KINDS = Object.freeze(Object.keys(ENTRY_RULES) as EntryKind[]);
export const TASK_KINDS: readonly EntryKind[] = Object.freeze(
  ENTRY_KINDS.filter((kind) => ENTRY_RULES[kind].task),
);

export interface Entry {
  readonly id: Id<'inbox_entry'>;
  readonly eventId: string;
  readonly organisationId: string;
  readonly permission: string;
  /** Of the people with the permission, this one alone. */
  readonly personId: string | null;
  /** Of the people with the permission, all but this one: who asked for a thing does not decide it. */
  readonly notFor: string | null;
  readonly kind: EntryKind;
  readonly subjectType: Subject;
  readonly subjectId: string;
  /** Number by which people know the subject. */
  readonly label: string | null;
  readonly openedAt: Date;
  readonly dueAt: Date | null;
  readonly state: EntryState;
  readonly closedAt: Date | null;
}

/** What a fact asks for or tells. */
export interface EntryWish {
  readonly organisationId: string;
  readonly kind: EntryKind;
  readonly subjectId: string;
  readonly label?: string | null;
  readonly dueAt?: Date | null;
  readonly permission?: string;
  readonly personId?: string | null;
  readonly notFor?: string | null;
}

/** @throws when neither the kind nor the wish says who may see it */
export function entryOf(wish: EntryWish, given: Pick<Entry, 'id' | 'eventId' | 'openedAt'>): Entry {
  const { organisationId, kind, subjectId, label = null, dueAt = null } = wish;
  const rule: Rule = ENTRY_RULES[kind];
  const permission = wish.permission ?? rule.permission;
  if (permission === null) throw new Error(`${kind} needs a permission`);
  return {
    ...given,
    ...{ organisationId, kind, subjectId, label, dueAt, permission },
    personId: wish.personId ?? null,
    notFor: wish.notFor ?? null,
    subjectType: rule.subject,
    state: rule.task ? 'open' : 'told',
    closedAt: null,
  };
}
