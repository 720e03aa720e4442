// What stands in an inbox. A task is open until the facts close it; nobody ticks it off by hand. What is merely told
// stays as it is.
import type { Id } from '#kernel';

export const ENTRY_STATES = ['open', 'overdue', 'done', 'void', 'told'] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

export const SUBJECTS = ['receivable', 'approval', 'deal', 'demand', 'dispute', 'request'] as const;
export type Subject = (typeof SUBJECTS)[number];

interface Rule {
  readonly subject: Subject;
  /** What somebody must be allowed to do to see it; null: the fact says. */
  readonly permission: string | null;
  readonly task: boolean;
}
const task = (subject: Subject, permission: string | null): Rule => ({ subject, permission, task: true });
const told = (subject: Subject, permission: string): Rule => ({ subject, permission, task: false });

export const ENTRY_RULES = Object.freeze({
  receivable_to_answer: task('receivable', 'confirmation.read'),
  approval_to_decide: task('approval', null),
  payout_to_instruct: task('deal', 'payout.instruct'),
  receivable_confirmed: told('receivable', 'receivable.read'),
  receivable_part_disputed: told('receivable', 'receivable.read'),
  receivable_rejected: told('receivable', 'receivable.read'),
  receivable_diluted: told('receivable', 'receivable.read'),
  confirmation_withdrawn: told('receivable', 'receivable.read'),
  dispute_opened: told('dispute', 'receivable.read'),
  dispute_moved: told('dispute', 'receivable.read'),
  demand_received: told('demand', 'demand.read'),
  offer_accepted: told('deal', 'deal.read'),
  deal_funded: told('deal', 'deal.read'),
  deal_settled: told('deal', 'deal.read'),
  deal_diluted: told('deal', 'deal.read'),
  offer_diluted: told('request', 'offer.read'),
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
