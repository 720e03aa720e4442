// A registration as far as somebody has written it down. It is nothing yet: no time, no rank, and complete only when it is filed.
import type { Id } from '#kernel';
import { errors } from './errors';

export interface Draft {
  readonly id: Id<'draft'>;
  readonly organisationId: string;
  /** By which people find it again. */
  readonly title: string;
  /** Fields of the form as they were written, whatever is missing. */
  readonly content: object;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly version: number;
}

export const MOST_DRAFTS = 200;

/** @throws desk.draft_changed (409) when somebody else was faster */
export function assertSameVersion({ version }: Pick<Draft, 'version'>, seen: number): void {
  if (version !== seen) throw errors.draft_changed({ version });
}

/** @throws desk.too_many_drafts (422) */
export function assertRoomForDraft(count: number): void {
  if (count >= MOST_DRAFTS) throw errors.too_many_drafts({ limit: MOST_DRAFTS });
}
