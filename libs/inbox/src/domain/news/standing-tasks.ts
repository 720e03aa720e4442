// What waits, told from the deeds alone: asked by one, and ended by none after it. The inbox is compared with this.
import { TASK_KINDS } from '../entry';
import type { News } from './news';

/** A task as the deeds have it; the organisation is null where the operators are asked. */
export interface Standing {
  readonly kind: string;
  readonly subjectId: string;
  readonly organisationId: string | null;
}
export interface TaskFinding {
  readonly book: string;
  readonly subject: string;
  readonly problem: string;
}

const keyOf = ({ kind, subjectId }: { readonly kind: string; readonly subjectId: string }): string =>
  `${kind} ${subjectId}`;

/** Deeds are given in their order. */
export class StandingTasks {
  private readonly standing = new Map<string, Set<string>>();
  /** Subjects on which the inbox has not heard everything yet. */
  private readonly unsettled = new Set<string>();

  take(news: News): void {
    for (const ending of news.endings) this.standing.delete(keyOf(ending));
    for (const wish of news.wishes) {
      if (!TASK_KINDS.includes(wish.kind)) continue;
      const key = keyOf(wish);
      this.standing.set(key, (this.standing.get(key) ?? new Set()).add(wish.organisationId ?? ''));
    }
  }

  /** The inbox has not heard of this deed yet. */
  unheard({ endings, wishes }: News): void {
    for (const one of [...endings, ...wishes]) this.unsettled.add(keyOf(one));
  }

  compare(waiting: readonly Standing[]): TaskFinding[] {
    const there = new Map<string, Set<string>>();
    for (const task of waiting)
      there.set(keyOf(task), (there.get(keyOf(task)) ?? new Set()).add(task.organisationId ?? ''));
    const keys = [...new Set([...this.standing.keys(), ...there.keys()])].filter(
      (key) => !this.unsettled.has(key),
    );
    return keys.flatMap((key) => {
      const asked = this.standing.get(key);
      const found = there.get(key);
      if (!asked) return finding(key, 'waits, though its deeds have ended it or never asked for it');
      const missing = [...asked].some((organisation) => organisation !== '' && !found?.has(organisation));
      return missing || !found ? finding(key, 'was asked for by a deed, and does not wait') : [];
    });
  }
}

const finding = (subject: string, problem: string): TaskFinding[] => [
  { book: 'inbox.entry', subject, problem },
];
