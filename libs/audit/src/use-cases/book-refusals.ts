// Writes watched refusals into the book of deeds, each in a transaction of its own: what was asked for was rolled back. The same
// attempt by the same person is written once a minute, so that whoever insists does not fill the book.
import { Injectable } from '@nestjs/common';
import { WATCHED_FIELD_RULE, WATCHED_REFUSALS } from '#config/watched-refusals';
import { wallMillis } from '#kernel';
import { type Attempt, Log, type RefusalWatch } from '#platform';
import { THE_PLATFORM } from '../domain/deed';
import { AuditLog } from './audit-log';

const ONCE_IN_MS = 60_000;
const MOST_REMEMBERED = 10_000;
const LONGEST_PATH = 200;

@Injectable()
export class BookRefusals implements RefusalWatch {
  private readonly seen = new Map<string, number>();

  constructor(
    private readonly audit: AuditLog,
    private readonly log: Log,
  ) {}

  saw(attempt: Attempt): void {
    for (const code of watchedOf(attempt)) {
      const key = keyOf(attempt, code);
      if (this.isNew(key)) void this.write(attempt, code, key);
    }
  }

  /** What could not be written is new when it comes again. */
  private async write({ actor, method, route, path }: Attempt, code: string, key: string): Promise<void> {
    try {
      const isWritten = await this.audit.recordRefusal(actor ?? THE_PLATFORM, {
        action: 'audit.attempt_refused',
        subjectType: 'attempt',
        details: { code, route: `${method} ${route}`, path: path.slice(0, LONGEST_PATH) },
      });
      if (!isWritten) this.seen.delete(key);
    } catch (error) {
      this.seen.delete(key);
      this.log.error(error, 'a refusal was not written down');
    }
  }

  private isNew(key: string): boolean {
    const now = wallMillis();
    if (now - (this.seen.get(key) ?? -Infinity) < ONCE_IN_MS) return false;
    if (this.seen.size >= MOST_REMEMBERED) this.seen.clear();
    this.seen.set(key, now);
    return true;
  }
}

const keyOf = ({ actor, method, route }: Attempt, code: string): string =>
  [actor?.userId ?? '', method, route, code].join(' ');

function watchedOf({ codes, fieldRules }: Attempt): string[] {
  const watched = codes.filter((code) => WATCHED_REFUSALS.has(code));
  return fieldRules.includes(WATCHED_FIELD_RULE) ? [...watched, ...codes.slice(0, 1)] : watched;
}
