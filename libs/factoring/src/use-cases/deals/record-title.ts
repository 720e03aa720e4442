// The financier records on what its title rests where this deployment is not the registry: the number and time that
// the statutory registry gave, or that it pays without one.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Bilingual, newId, shardOf } from '#kernel';
import { type Command, Once } from '#platform';
import { TitleStore } from '../../data/title.store';
import { errors } from '../../domain/errors';
import type { TitleRecord } from '../../domain/title';
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
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
  ) {}

  /** @throws factoring.deal_not_found (404), title_time_ahead (422) */
  async statutory(command: Command, dealId: string, given: StatutoryRegistration): Promise<RecordedTitle> {
    const registeredAt = new Date(given.registeredAt);
    if (registeredAt > this.rules.now()) throw errors.title_time_ahead({ registeredAt: given.registeredAt });
    const facts = { number: given.number, registeredAt, reason: null };
    return this.record(command, dealId, { ...facts, kind: 'statutory' });
  }

  /** @throws factoring.deal_not_found (404) */
  async waive(command: Command, dealId: string, reason: string): Promise<RecordedTitle> {
    return this.record(command, dealId, { kind: 'waiver', number: null, registeredAt: null, reason });
  }

  private record(
    command: Command,
    dealId: string,
    facts: Pick<TitleRecord, 'kind' | 'number' | 'registeredAt' | 'reason'>,
  ): Promise<RecordedTitle> {
    const { actor } = command;
    return this.once.run(command, async (tx) => {
      const [deal] = await this.deals.lock(tx, actor.scope, [dealId]);
      if (deal?.financierId !== actor.organisationId) throw errors.deal_not_found();
      const recordedAt = this.rules.now();
      await this.records.add(tx, {
        ...{ ...facts, id: newId(shardOf(dealId)), dealId, recordedBy: actor.userId, recordedAt },
      });
      const version = await this.deals.bump(tx, deal);
      await this.audit.record(tx, actor, [
        {
          action: facts.kind === 'waiver' ? 'factoring.title_waived' : 'factoring.title_recorded',
          subjectType: 'deal',
          subjectId: dealId,
          subjectVersion: version,
          details: {
            number: facts.number,
            registeredAt: facts.registeredAt?.toISOString() ?? null,
            reason: facts.reason,
          },
        },
      ]);
      const title = (await this.titles.of(tx, actor.scope, [deal])).get(dealId);
      if (!title) throw errors.deal_not_found();
      return { dealId, ...titleView(title), warning: title.basis === 'waived' ? WAIVED : null };
    });
  }
}
