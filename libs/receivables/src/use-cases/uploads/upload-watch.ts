// Tells whoever watches an upload how far it has come, until it is done. A stream asks the database once a second, so a
// user has few of them; and it ends after a while, so that one who has lost the right to watch does not go on for ever.
import { Injectable, type OnModuleDestroy } from '@nestjs/common';
import { Observable, Subject, takeUntil } from 'rxjs';
import type { Actor } from '#platform';
import { errors } from '../../domain/errors';
import { isAtWork } from '../../domain/upload';
import { UploadQueries, type UploadSummary } from './uploads.queries';

const EVERY_MS = 1000;
const LONGEST_MS = 600_000;
export const MOST_PER_USER = 4;

@Injectable()
export class UploadWatch implements OnModuleDestroy {
  private readonly watching = new Map<string, number>();
  private readonly closing = new Subject<void>();

  constructor(private readonly queries: UploadQueries) {}

  /** The server waits for open answers when it stops. */
  onModuleDestroy(): void {
    this.closing.next();
  }

  /** @throws receivables.upload_not_found, receivables.too_many_watchers */
  async watch(actor: Actor, id: string): Promise<Observable<{ data: UploadSummary }>> {
    const first = await this.queries.summary(actor, id);
    const { userId } = actor;
    if ((this.watching.get(userId) ?? 0) >= MOST_PER_USER)
      throw errors.too_many_watchers({ limit: MOST_PER_USER });
    return this.told(actor, first).pipe(takeUntil(this.closing));
  }

  private told(actor: Actor, first: UploadSummary): Observable<{ data: UploadSummary }> {
    return new Observable((watcher) => {
      this.count(actor.userId, 1);
      const endsAt = performance.now() + LONGEST_MS;
      let timer: NodeJS.Timeout | undefined;
      const tell = (summary: UploadSummary) => {
        watcher.next({ data: summary });
        if (!isAtWork(summary.state) || performance.now() > endsAt) watcher.complete();
        else timer = setTimeout(() => void ask(), EVERY_MS);
      };
      const ask = async () => {
        try {
          const summary = await this.queries.summary(actor, first.id);
          if (!watcher.closed) tell(summary);
        } catch {
          // The watcher asks again by itself.
          watcher.complete();
        }
      };
      tell(first);
      return () => {
        clearTimeout(timer);
        this.count(actor.userId, -1);
      };
    });
  }

  private count(userId: string, by: number): void {
    const left = (this.watching.get(userId) ?? 0) + by;
    if (left > 0) this.watching.set(userId, left);
    else this.watching.delete(userId);
  }
}
