// The exchange by file: a table of what lacks a statutory registration goes out, and comes back filled in. It is taken as
// a whole or not at all, and how each line stands to what counts already is shown before.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { type Actor, CLOCK, type Command, Db, Once, type Reads } from '#platform';
import { type InForce, StatutoryStore } from '../../data/certificates/statutory.store';
import { compare, type Comparison, refuseEntry, type StatutoryFacts } from '../../domain/statutory/statutory';
import { type CarriedLine, readCarried, writeDue } from '../../formats/statutory-csv';
import { StatutoryRegistrations } from './statutory-registrations';

export type CarriedOutcome = Comparison | 'refused';
export const CARRIED_OUTCOMES: readonly CarriedOutcome[] = ['new', 'same', 'different', 'refused'];

export interface CarriedAnswer extends CarriedLine {
  readonly outcome: CarriedOutcome;
  /** What counts now, where it is another. */
  readonly known: { readonly number: string; readonly registeredAt: string } | null;
  /** Code of the refusal. */
  readonly refusal: string | null;
}
export interface ExchangeAnswer {
  readonly lines: readonly CarriedAnswer[];
  /** How many entries wait for a second person now; 0 when nothing was taken. */
  readonly entered: number;
}
interface Judged {
  readonly answer: CarriedAnswer;
  /** Null: there is nothing to enter. */
  readonly facts: StatutoryFacts | null;
}

const AT_ONCE = 5_000;

@Injectable()
export class ExchangeStatutory {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly store: StatutoryStore,
    private readonly registrations: StatutoryRegistrations,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The newest first, so many that a table stays one. */
  async table({ scope }: Actor): Promise<string> {
    const now = this.clock.now().toISOString();
    const due = await this.store.due(this.db.reads, scope, { before: LAST, take: AT_ONCE, now });
    return writeDue(due.filter(({ waiting }) => !waiting));
  }

  /** Says how each line stands, and takes none. @throws registry.statutory_csv_unreadable (422) */
  async plan({ scope }: Actor, csv: string): Promise<ExchangeAnswer> {
    const judged = await this.judge(this.db.reads, scope, readCarried(csv));
    return { lines: judged.map(({ answer }) => answer), entered: 0 };
  }

  /** Takes all lines that say something new, or, where one is refused, none. @throws as above */
  apply(command: Command, csv: string): Promise<ExchangeAnswer> {
    const { actor } = command;
    const carried = readCarried(csv);
    return this.once.run(command, async (tx) => {
      const judged = await this.judge(tx, actor.scope, carried);
      const lines = judged.map(({ answer }) => answer);
      const facts = judged.flatMap((one) => one.facts ?? []);
      if (facts.length === 0 || lines.some(({ outcome }) => outcome === 'refused'))
        return { lines, entered: 0 };
      await this.registrations.enter(tx, actor, facts, 'file');
      return { lines, entered: facts.length };
    });
  }

  private async judge(on: Reads, scope: Actor['scope'], carried: readonly CarriedLine[]): Promise<Judged[]> {
    const ids = await this.store.ownByNumber(
      on,
      scope,
      carried.map(({ filingNumber }) => filingNumber),
    );
    const known = await this.store.inForce(on, [...ids.values()]);
    const waiting = await this.store.waiting(on, [...ids.values()]);
    const now = this.clock.now().getTime();
    return carried.map((line) => {
      const filingId = ids.get(line.filingNumber);
      if (filingId === undefined) return refused(line, 'registry.filing_not_found');
      return judgeLine(line, filingId, { known: known.get(filingId), waiting: waiting.has(filingId), now });
    });
  }
}

const LAST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const refused = (line: CarriedLine, refusal: string): Judged => ({
  answer: { ...line, outcome: 'refused', known: null, refusal },
  facts: null,
});

function judgeLine(
  line: CarriedLine,
  filingId: string,
  about: { readonly known: InForce | undefined; readonly waiting: boolean; readonly now: number },
): Judged {
  const { number, registeredAt, reason } = line;
  const known = about.known ? { number: about.known.number, registeredAt: about.known.registeredAt } : null;
  const outcome = compare(known, line);
  if (outcome === 'same') return { answer: { ...line, outcome, known: null, refusal: null }, facts: null };
  const facts = { filingId, number, registeredAt, certificateSha256: null, reason };
  const refusal = refuseEntry(facts, { ...about, known });
  if (refusal) return refused(line, refusal.code);
  return { answer: { ...line, outcome, known, refusal: null }, facts };
}
