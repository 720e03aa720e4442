// A financier takes its offer back before anybody accepted it.
import { Injectable } from '@nestjs/common';
import { AuditLog } from '#audit';
import { type Command, Once, scopeOf } from '#platform';
import { OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';
import { mayMove, OFFER_MOVES } from '../../domain/states';
import { DatedRules } from '../dated-rules';
import { OfferQueries, type OfferView } from './offers.queries';

@Injectable()
export class WithdrawOffer {
  constructor(
    private readonly once: Once,
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly rules: DatedRules,
    private readonly queries: OfferQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws factoring.offer_not_found (404), factoring.offer_not_live (409) */
  async execute(command: Command, id: string): Promise<OfferView> {
    return this.once.run(command, async (tx) => {
      const { actor } = command;
      const [seen] = await this.offers.byIds(tx, scopeOf(actor), [id]);
      if (seen?.financierId !== actor.organisationId) throw errors.offer_not_found();
      await this.requests.share(tx, [seen.requestId]);
      const offer = await this.offers.lock(tx, id);
      if (!mayMove(OFFER_MOVES, offer.state, 'withdrawn'))
        throw errors.offer_not_live({ state: offer.state });
      const now = this.rules.now();
      await this.offers.end(tx, [id], 'withdrawn', now);
      const version = offer.version + 1;
      await this.audit.record(tx, actor, [
        {
          action: 'factoring.offer_withdrawn',
          subjectType: 'offer',
          subjectId: id,
          subjectVersion: version,
          details: { requestId: offer.requestId },
          visibleTo: [offer.supplierId],
        },
      ]);
      const withdrawn = { ...offer, state: 'withdrawn' as const, endedAt: now, version };
      const [view] = await this.queries.views(tx, actor, [withdrawn]);
      if (!view) throw errors.offer_not_found();
      return view;
    });
  }
}
