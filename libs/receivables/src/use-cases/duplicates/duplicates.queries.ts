// What resembles a receivable, as its supplier, its debtor or the operator may see it: the other invoice is named only to
// whom it concerns too.
import { Injectable } from '@nestjs/common';
import type { LocalDate, Money } from '#kernel';
import { Organisations } from '#parties';
import {
  type Actor,
  Db,
  EVERYONE,
  type Page,
  type PageQuery,
  pageOf,
  type Reads,
  type Scope,
} from '#platform';
import { type DuplicateMatch, DuplicateStore } from '../../data/duplicate.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { MatchClass, MatchField, MatchState } from '../../domain/duplicates/match';
import type { Receivable, ReceivableState } from '../../domain/receivable';

/** The other side, to be laid beside the one that is held. */
export interface OtherShown {
  readonly invoiceNumber: string;
  readonly supplierName: string;
  readonly debtorName: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly payable: Money;
  readonly state: ReceivableState;
}

export interface MatchShown {
  readonly class: MatchClass;
  readonly fields: readonly MatchField[];
  readonly state: MatchState;
  readonly foundAt: string;
  /** Null where it is nobody's of the viewer. */
  readonly otherId: string | null;
  readonly otherNumber: string | null;
  /** Null also where it is not before its debtor yet. */
  readonly other: OtherShown | null;
  readonly clearedBy: string | null;
  readonly clearedAt: string | null;
  readonly reason: string | null;
}

export interface HeldShown {
  readonly id: string;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate | null;
  readonly payable: Money;
  readonly state: ReceivableState;
  readonly matches: readonly MatchShown[];
  readonly actions: readonly string[];
}

@Injectable()
export class DuplicateQueries {
  constructor(
    private readonly db: Db,
    private readonly duplicates: DuplicateStore,
    private readonly receivables: ReceivableStore,
    private readonly organisations: Organisations,
  ) {}

  /** By receivable; of suppliers and debtors in scope. */
  async of(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<Map<string, MatchShown[]>> {
    const matches = await this.duplicates.ofReceivables(on, scope, receivableIds);
    if (matches.length === 0) return new Map();
    const others = await this.receivables.byIds(
      on,
      EVERYONE,
      matches.map(({ otherId }) => otherId),
    );
    const visible = new Map<string, Receivable>(
      others.filter((one) => concerns(one, scope)).map((one) => [one.id, one]),
    );
    const clearers = matches.flatMap(({ clearedByOrganisation }) => clearedByOrganisation ?? []);
    const parties = [...visible.values()].flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]);
    const names = await this.organisations.byIds(on, [...new Set([...clearers, ...parties])]);
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    const shown = new Map<string, MatchShown[]>();
    for (const match of matches) {
      const clearer = names.get(match.clearedByOrganisation ?? '');
      const other = visible.get(match.otherId);
      const view = {
        ...matchShown(match, other, clearer?.legalName ?? null),
        other: other && isBefore(other, scope) ? otherShown(other, nameOf) : null,
      };
      shown.set(match.receivableId, [...(shown.get(match.receivableId) ?? []), view]);
    }
    return shown;
  }

  /** Receivables that are held: what a debtor, or the operator, is to look at. */
  async held(actor: Actor, page: PageQuery): Promise<Page<HeldShown>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.duplicates.pageHeld(on, actor.scope, page), page);
    const ids = items.map(({ id }) => id);
    const held = await this.receivables.byIds(on, EVERYONE, ids);
    const matches = await this.of(on, actor.scope, ids);
    const names = await this.organisations.byIds(
      on,
      held.flatMap(({ supplierId, debtorId }) => [supplierId, debtorId]),
    );
    const byId = new Map<string, Receivable>(held.map((one) => [one.id, one]));
    const nameOf = (id: string) => names.get(id)?.legalName ?? '';
    return {
      items: ids.flatMap((id) => {
        const one = byId.get(id);
        if (!one) return [];
        const { supplierId, debtorId, invoiceNumber, issueDate, dueDate, payable, state } = one;
        return [
          {
            ...{ id, supplierId, debtorId, invoiceNumber, issueDate, dueDate, payable, state },
            supplierName: nameOf(supplierId),
            debtorName: nameOf(debtorId),
            matches: matches.get(id) ?? [],
            actions: mayClear(actor, one) ? ['clear_duplicate'] : [],
          },
        ];
      }),
      next,
    };
  }
}

function matchShown(
  { class: found, fields, state, foundAt, clearedAt, reason }: DuplicateMatch,
  other: Receivable | undefined,
  clearedBy: string | null,
): Omit<MatchShown, 'other'> {
  return {
    ...{ class: found, fields, state, reason, clearedBy },
    foundAt: foundAt.toISOString(),
    otherId: other?.id ?? null,
    otherNumber: other?.invoiceNumber ?? null,
    clearedAt: clearedAt?.toISOString() ?? null,
  };
}

function otherShown(other: Receivable, nameOf: (id: string) => string): OtherShown {
  const { supplierId, debtorId, invoiceNumber, issueDate, dueDate, payable, state } = other;
  const names = { supplierName: nameOf(supplierId), debtorName: nameOf(debtorId) };
  return { ...names, invoiceNumber, issueDate, dueDate, payable, state };
}

/** Whoever caused a discrepancy never closes it. */
export const mayClear = ({ permissions, organisationId }: Actor, { supplierId }: Receivable): boolean =>
  permissions.has('duplicate.clear') && organisationId !== supplierId;

const concerns = ({ supplierId, debtorId }: Receivable, { organisations }: Scope): boolean =>
  organisations === 'all' || organisations.includes(supplierId) || organisations.includes(debtorId);

/** A debtor learns of a receivable when it is listed. */
const isBefore = ({ supplierId, state }: Receivable, { organisations }: Scope): boolean =>
  organisations === 'all' || state !== 'draft' || organisations.includes(supplierId);
