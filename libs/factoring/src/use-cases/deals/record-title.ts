// The financier records on what its title rests where this deployment is not the registry: the number and time that
// the statutory registry gave, or that it pays without one.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Bilingual, newId, shardOf } from '#kernel';
import { type Actor, type Command, Once, type Tx } from '#platform';
import { StatutoryRegistrations } from '#registry';
import { TitleStore } from '../../data/title.store';
import type { Deal } from '../../domain/deal';
import { errors } from '../../domain/errors';
import { DatedRules } from '../dated-rules';
import { Deals } from './deals';
import { Titles, titleView, type TitleView } from './titles';

export interface StatutoryRegistration {
  readonly number: string;
  /** RFC 3339, UTC. */
  readonly registeredAt: string;
}
export interface RecordedTitle extends TitleView {
  readonly dealId: string;
  readonly warning: Bilingual | null;
}

const WAIVED: Bilingual = {
  en: 'Without a statutory registration the financier may rank behind everyone who registers one.',
  zh: '未办理法定登记的，资金提供方的顺位可能后于其他已登记的权利人。',
};

@Injectable()
export class RecordTitle {
  constructor(
    private readonly once: Once,
    private readonly deals: Deals,
    private readonly titles: Titles,
    private readonly records: TitleStore,
    private readonly registrations: StatutoryRegistrations,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  /**
   * Enters it in the registry's book; a second person checks it before it counts.
   * @throws factoring.deal_not_found (404), and as StatutoryRegistrations.enter
   */
  async statutory(command: Command, dealId: string, given: StatutoryRegistration): Promise<RecordedTitle> {
    const { actor } = command;
    const { number, registeredAt } = given;
    return this.once.run(command, async (tx) => {
      const deal = await this.own(tx, actor, dealId);
      const facts = { filingId: deal.filingId, number, registeredAt, certificateSha256: null, reason: null };
      await this.registrations.enter(tx, actor, [facts], 'manual');
      return this.recorded(tx, actor, deal);
    });
  }

  /** @throws factoring.deal_not_found (404) */
  async waive(command: Command, dealId: string, reason: string): Promise<RecordedTitle> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const deal = await this.own(tx, actor, dealId);
      await this.records.add(tx, {
        ...{ id: newId(shardOf(dealId)), dealId, kind: 'waiver', number: null, registeredAt: null, reason },
        ...{ recordedBy: actor.userId, recordedAt: this.rules.now() },
      });
      const version = await this.deals.bump(tx, deal);
      await this.audit.record(tx, actor, [
        {
          action: 'factoring.title_waived',
          subjectType: 'deal',
          subjectId: dealId,
          subjectVersion: version,
          details: { reason },
        },
      ]);
      return this.recorded(tx, actor, deal);
    });
  }

  private async own(tx: Tx, { scope, organisationId }: Actor, dealId: string): Promise<Deal> {
    const [deal] = await this.deals.lock(tx, scope, [dealId]);
    if (deal?.financierId !== organisationId) throw errors.deal_not_found();
    return deal;
  }

  private async recorded(tx: Tx, { scope }: Actor, deal: Deal): Promise<RecordedTitle> {
    const title = (await this.titles.of(tx, scope, [deal])).get(deal.id);
    if (!title) throw errors.deal_not_found();
    return { dealId: deal.id, ...titleView(title), warning: title.basis === 'waived' ? WAIVED : null };
  }
}
