// Deals as the library that pays and collects uses them: locked, moved from state to state, with items and notices.
import { Injectable } from '@nestjs/common';
import { AuditLog, type By } from '#audit';
import type { LocalDate } from '#kernel';
import { EVERYONE, type Reads, type Scope, type Tx } from '#platform';
import { type ContestedDeal, DealStore } from '../../data/deal.store';
import { NoticeStore, type AssignedPart } from '../../data/notice.store';
import type { Deal, DealItem } from '../../domain/deal';
import { DEAL_MOVES, type DealState, moved } from '../../domain/states';
import { NOT_REGISTERED, type Title, titleOf } from '../../domain/title';
import { Titles } from './titles';

@Injectable()
export class Deals {
  constructor(
    private readonly store: DealStore,
    private readonly notices: NoticeStore,
    private readonly titles: Titles,
    private readonly audit: AuditLog,
  ) {}

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Deal[]> {
    return this.store.byIds(on, scope, ids);
  }

  /** Locks the deals in scope in ascending id. */
  async lock(tx: Tx, scope: Scope, ids: readonly string[]): Promise<Deal[]> {
    return this.store.lock(tx, scope, ids);
  }

  /** All items of deals that the caller was allowed to read. */
  async items(on: Reads, dealIds: readonly string[]): Promise<DealItem[]> {
    return this.store.items(on, EVERYONE, dealIds);
  }

  /** Of these assets, those whose money is out: who paid is told of a claim that competes. */
  async fundedOn(on: Reads, scope: Scope, assetKeys: readonly string[]): Promise<ContestedDeal[]> {
    return this.store.fundedOn(on, scope, assetKeys);
  }

  async title(on: Reads, deal: Deal): Promise<Title> {
    const title = (await this.titles.of(on, EVERYONE, [deal])).get(deal.id);
    return title ?? titleOf(NOT_REGISTERED, []);
  }

  /** Funded deals of which something has fallen due by the day, by ascending id, locked. */
  async lockFallenDue(tx: Tx, today: LocalDate, limit: number): Promise<Deal[]> {
    return this.store.lockFallenDue(tx, today, limit);
  }

  /** The parts of these receivables whose debtors have their notices, whatever became of the deals. */
  async assignedParts(on: Reads, receivableIds: readonly string[]): Promise<AssignedPart[]> {
    return this.notices.assignedParts(on, EVERYONE, receivableIds);
  }

  /** Writes the next state of a locked deal, and the deed, of which both sides get the receipt; a move outside the table is a programming error. */
  async move(tx: Tx, by: By, deal: Deal, to: DealState, details: Record<string, unknown>): Promise<Deal> {
    const next = { ...deal, state: moved(DEAL_MOVES, deal.state, to), version: deal.version + 1 };
    await this.store.setState(tx, next);
    await this.audit.record(tx, by, [
      {
        action: `factoring.deal_${to}`,
        subjectType: 'deal',
        subjectId: deal.id,
        subjectVersion: next.version,
        details,
        visibleTo: [deal.supplierId, deal.financierId],
      },
    ]);
    return next;
  }

  /** The next version of a locked deal, for a deed that changes what stands beside it. */
  async bump(tx: Tx, deal: Deal): Promise<number> {
    const version = deal.version + 1;
    await this.store.setState(tx, { ...deal, version });
    return version;
  }
}
