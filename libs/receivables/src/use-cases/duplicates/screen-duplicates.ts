// Screens new receivables for duplicates and keeps what was found: near ones, parts and sums are held out of financing
// until somebody else than their supplier clears them.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import type { Clock } from '#kernel';
import { CLOCK, EVERYONE, type Tx } from '#platform';
import { ComparedStore } from '../../data/compared.store';
import { DuplicateStore, type NewMatch } from '../../data/duplicate.store';
import { FingerprintStore } from '../../data/fingerprint.store';
import { ReceivableStore } from '../../data/receivable.store';
import { type Compared, type Match, stateOf } from '../../domain/duplicates/match';
import { comparedOf, type Receivable } from '../../domain/receivable';
import { chunksOf } from '../chunks';
import { type Begun, FindDuplicates, type Prints } from './find-duplicates';
import type { PairMemory } from './pair-memory';

/** Nothing of these can be financed any more, so there is nothing to hold. */
const ENDED: ReadonlySet<Receivable['state']> = new Set(['rejected', 'settled', 'void']);

interface Screening {
  readonly by: By;
  readonly prints: readonly Begun<Prints[]>[];
  readonly sums: Begun<Match[]>;
}

@Injectable()
export class ScreenDuplicates {
  constructor(
    private readonly find: FindDuplicates,
    private readonly fingerprints: FingerprintStore,
    private readonly compared: ComparedStore,
    private readonly duplicates: DuplicateStore,
    private readonly receivables: ReceivableStore,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Of one supplier's new receivables, in the order in which they came: what takes long is computed while they are written.
   */
  async begin(
    tx: Tx,
    by: By & { readonly supplierId: string },
    receivables: readonly Receivable[],
    memory?: PairMemory,
  ): Promise<Screening> {
    const invoices = receivables.map(comparedOf);
    if (invoices.length > 0) await this.fingerprints.takeTurn(tx, by.supplierId);
    const prints: Begun<Prints[]>[] = [];
    for (const chunk of chunksOf(invoices)) prints.push(await this.find.beginPrints(tx, chunk));
    const places = new Map(invoices.map(({ id }, place) => [id, place]));
    const sums = await this.find.beginSums(tx, invoices, ({ id }) => places.get(id), memory);
    memory?.expect(invoices);
    return { by, prints, sums };
  }

  /** After they were written. What was found, by receivable. */
  async end(tx: Tx, { by, prints, sums }: Screening): Promise<Map<string, Match[]>> {
    const found: Match[] = [];
    for (const { done } of prints) {
      const chunk = await done;
      found.push(...(await this.find.pairs(tx, chunk)));
      await this.fingerprints.add(
        tx,
        chunk.flatMap(({ stored }) => stored),
      );
    }
    found.push(...(await sums.done));
    await this.keep(tx, by, found);
    return byReceivable(found);
  }

  /** What resembles these and was not found when they were taken in, as when two suppliers present one invoice at once. */
  async unknown(tx: Tx, receivables: readonly Receivable[]): Promise<Match[]> {
    const ids = receivables.map(({ id }) => id as string);
    const invoices: Compared[] = await this.compared.byIds(tx, ids);
    const found = [
      ...(await this.find.pairs(tx, await this.find.prints(tx, invoices))),
      ...(await this.find.sums(tx, invoices, ({ cameAt }) => cameAt)),
    ];
    const held = found.filter((match) => stateOf(match) === 'open');
    if (held.length === 0) return [];
    const pairOf = (a: string, b: string) => [a, b].sort().join(' ');
    const known = new Set(
      (
        await this.duplicates.known(tx, [...new Set(held.flatMap(({ id, otherIds }) => [id, ...otherIds]))])
      ).map(({ receivableId, otherId }) => pairOf(receivableId, otherId)),
    );
    return held.filter(({ id, otherIds }) => otherIds.some((other) => !known.has(pairOf(id, other))));
  }

  /** Records matches and holds what they ask to hold. Locks the receivables, in ascending id. */
  async keep(tx: Tx, by: By, found: readonly Match[]): Promise<void> {
    if (found.length === 0) return;
    const involved = [...new Set(found.flatMap(({ id, otherIds }) => [id, ...otherIds]))];
    const locked = await this.receivables.lock(tx, EVERYONE, involved);
    const byId = new Map<string, Receivable>(locked.map((one) => [one.id, one]));
    const foundAt = this.clock.now();
    const rows = found.flatMap((match) => rowsOf(match, byId.get(match.id), foundAt));
    const added = await this.duplicates.add(tx, rows);
    const toHold = new Set(added.filter((one) => stateOf(one) === 'open').map(({ id }) => id));
    const held = locked
      .filter(({ id, duplicateHold, state }) => toHold.has(id) && !duplicateHold && !ENDED.has(state))
      .map((one): Receivable => ({ ...one, duplicateHold: true, version: one.version + 1 }));
    await this.receivables.update(tx, held);
    const matches = byReceivable(found);
    await this.audit.record(
      tx,
      by,
      held.map(({ id, version, supplierId, debtorId }) => ({
        action: 'receivables.duplicate_suspected',
        subjectType: 'receivable',
        subjectId: id,
        subjectVersion: version,
        details: {
          matches: (matches.get(id) ?? []).map((match) => ({ class: match.class, fields: match.fields })),
        },
        visibleTo: supplierId === by.organisationId ? [debtorId] : [supplierId, debtorId],
      })),
    );
  }
}

function rowsOf(match: Match, receivable: Receivable | undefined, foundAt: Date): NewMatch[] {
  if (!receivable) return [];
  const { id: receivableId, supplierId, debtorId } = receivable;
  return match.otherIds.map((otherId) => ({
    ...{ receivableId, otherId, supplierId, debtorId, foundAt },
    class: match.class,
    fields: match.fields,
    state: stateOf(match),
  }));
}

function byReceivable(found: readonly Match[]): Map<string, Match[]> {
  const matches = new Map<string, Match[]>();
  for (const match of found) matches.set(match.id, [...(matches.get(match.id) ?? []), match]);
  return matches;
}
