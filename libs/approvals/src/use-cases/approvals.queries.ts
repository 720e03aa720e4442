// Approvals as they are shown to the people of the organisation.
import { Inject, Injectable } from '@nestjs/common';
import { People } from '#identity';
import type { Bilingual, Clock } from '#kernel';
import { type Actor, CLOCK, Db, type Page, pageOf, type Reads, type Scope } from '#platform';
import { type ApprovalFilter, ApprovalStore } from '../data/approval.store';
import { actionsOn, type Approval } from '../domain/approval';
import { errors } from '../domain/errors';
import { permissionFor, requireRule } from './commands';

export interface ApprovalShown extends Omit<
  Approval,
  'madeAt' | 'expiresAt' | 'decidedAt' | 'madeDevice' | 'stateHash'
> {
  readonly commandText: Bilingual;
  readonly madeAt: string;
  readonly madeByName: string;
  readonly expiresAt: string;
  readonly decidedAt: string | null;
  readonly decidedByName: string | null;
  readonly actions: readonly string[];
}

/** Approvals are an organisation's own business, whoever else may see its rows. */
const own = ({ organisationId }: Actor): Scope => ({ organisations: [organisationId] });

@Injectable()
export class ApprovalQueries {
  constructor(
    private readonly db: Db,
    private readonly approvals: ApprovalStore,
    private readonly people: People,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws approvals.approval_not_found (404) */
  async stored(on: Reads, actor: Actor, id: string): Promise<Approval> {
    const approval = await this.approvals.byId(on, own(actor), id);
    if (!approval) throw errors.approval_not_found();
    return approval;
  }

  /** @throws approvals.approval_not_found (404) */
  async one(on: Reads, actor: Actor, id: string): Promise<ApprovalShown> {
    const [shown] = await this.shown(on, actor, [await this.stored(on, actor, id)]);
    return shown as ApprovalShown;
  }

  async byId(actor: Actor, id: string): Promise<ApprovalShown> {
    return this.one(this.db.reads, actor, id);
  }

  async page(actor: Actor, filter: ApprovalFilter): Promise<Page<ApprovalShown>> {
    const on = this.db.reads;
    return pageOf(await this.shown(on, actor, await this.approvals.page(on, own(actor), filter)), filter);
  }

  private async shown(on: Reads, actor: Actor, list: readonly Approval[]): Promise<ApprovalShown[]> {
    const ids = list.flatMap(({ madeBy, decidedBy }) => [madeBy, ...(decidedBy ? [decidedBy] : [])]);
    const names = await this.people.names(on, [...new Set(ids)]);
    const now = this.clock.now();
    return list.map(({ madeDevice: _device, stateHash: _hash, ...approval }) => ({
      ...approval,
      commandText: requireRule(approval.command).text,
      madeAt: approval.madeAt.toISOString(),
      madeByName: names.get(approval.madeBy) ?? '',
      expiresAt: approval.expiresAt.toISOString(),
      decidedAt: approval.decidedAt?.toISOString() ?? null,
      decidedByName: approval.decidedBy === null ? null : (names.get(approval.decidedBy) ?? ''),
      actions: actionsOn(approval, actor, permissionFor(approval.command), now),
    }));
  }
}
