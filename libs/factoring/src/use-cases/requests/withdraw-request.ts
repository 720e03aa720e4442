// The supplier takes a request back; whoever has a live offer on it learns that it was turned down.
import { Injectable } from '@nestjs/common';
import { AuditLog, type Deed } from '#audit';
import { type Command, Once, scopeOf } from '#platform';
import { OfferStore } from '../../data/offer.store';
import { RequestStore } from '../../data/request.store';
import { errors } from '../../domain/errors';
import { refuseClosed } from '../../domain/request';
import { DatedRules } from '../dated-rules';
import { RequestQueries, type RequestView } from './requests.queries';

@Injectable()
export class WithdrawRequest {
  constructor(
    private readonly once: Once,
    private readonly requests: RequestStore,
    private readonly offers: OfferStore,
    private readonly rules: DatedRules,
    private readonly queries: RequestQueries,
    private readonly audit: AuditLog,
  ) {}

  /** @throws factoring.request_not_found (404), factoring.request_not_open, request_expired (409) */
  async execute(command: Command, id: string): Promise<RequestView> {
    return this.once.run(command, async (tx) => {
      const { actor } = command;
      const request = await this.requests.lock(tx, scopeOf(actor), id);
      if (request?.supplierId !== actor.organisationId) throw errors.request_not_found();
      const now = this.rules.now();
      const refusal = refuseClosed(request, now);
      if (refusal) throw refusal;
      await this.requests.end(tx, id, 'withdrawn', now);
      const rejected = await this.offers.endOfRequests(tx, [id], 'rejected', now);
      const version = request.version + 1;
      await this.audit.record(tx, actor, [
        {
          action: 'factoring.request_withdrawn',
          subjectType: 'financing_request',
          subjectId: id,
          subjectVersion: version,
          details: {},
        },
        ...rejected.map((offer): Deed => ({
          action: 'factoring.offer_rejected',
          subjectType: 'offer',
          subjectId: offer.id,
          subjectVersion: offer.version,
          details: { requestId: id },
          visibleTo: [offer.financierId],
        })),
      ]);
      return this.queries.view(tx, actor, { ...request, state: 'withdrawn', endedAt: now, version });
    });
  }
}
