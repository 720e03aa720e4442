// Limit lines for tests that need nothing but a line: a financier, a debtor and a limit, without anyone deciding.
import { money, newId } from '#kernel';
import { type Db, EVERYONE, query } from '#platform';
import { LimitLineStore } from '../data/limit-line.store';
import { type LimitLine, withLimit } from '../domain/limit-line';

const lines = new LimitLineStore();
const setAt = new Date('2026-11-22T01:00:00Z');

/** The id of a new organisation that may be either side of a limit. */
export async function newOrganisation(db: Db): Promise<string> {
  const id = newId<'organisation'>(1);
  await query(
    db.reads,
    `insert into parties.organisation
       (id, legal_name, search_name, capabilities, kind, status, version, onboarded_at)
     values ($1, $2, $2, '{bank,core_enterprise}', 'enterprise', 'active', 1, $3)`,
    [id, `organisation ${id}`, setAt],
  );
  return id;
}

/** A line of this financier for a new debtor, in CNY. */
export async function newLine(db: Db, financierId: string, limit: string): Promise<LimitLine> {
  const none = money('0', 'CNY');
  const line: LimitLine = {
    ...{ id: newId(1), financierId, debtorId: await newOrganisation(db), currency: 'CNY' },
    ...{ limit: money(limit, 'CNY'), used: none, excess: none, version: 1, setAt },
  };
  await db.run((tx) => lines.add(tx, line));
  return line;
}

export async function storedLine(db: Db, { id }: LimitLine): Promise<LimitLine> {
  const line = await lines.byId(db.reads, EVERYONE, id);
  if (!line) throw new Error(`no limit line ${id}`);
  return line;
}

/** Sets a limit, above or below the use, as a decision of the financier does. */
export async function setLine(db: Db, line: LimitLine, limit: string): Promise<void> {
  await db.run(async (tx) => {
    const [before] = await lines.lock(tx, line.financierId, [line]);
    if (before) await lines.change(tx, withLimit(before, money(limit, 'CNY'), setAt));
  });
}
