// The deeds of an acceptance: one for each aggregate that it changes, and two for a notice, which is issued and arrives.
import type { Deed } from '#audit';
import type { EndedOffer } from '../../data/offer.store';
import type { Deal } from '../../domain/deal';
import type { Notice } from '../../domain/notice';
import type { FinancingRequest } from '../../domain/request';

export interface SignedDeal {
  readonly deal: Deal;
  readonly request: FinancingRequest;
  readonly accepted: EndedOffer;
  readonly rejected: readonly EndedOffer[];
  readonly notices: readonly Notice[];
}

export function deedsOf({ deal, request, accepted, rejected, notices }: SignedDeal): Deed[] {
  const { id: dealId } = deal;
  const money = (amount: string) => ({ amount, currency: deal.currency });
  return [
    {
      action: 'factoring.request_closed',
      subjectType: 'financing_request',
      subjectId: request.id,
      subjectVersion: request.version + 1,
      details: { dealId },
    },
    {
      action: 'factoring.offer_accepted',
      subjectType: 'offer',
      subjectId: accepted.id,
      subjectVersion: accepted.version,
      details: { dealId, requestId: request.id },
      visibleTo: [deal.financierId],
    },
    ...rejected.map(({ id, version, requestId, financierId }): Deed => ({
      action: 'factoring.offer_rejected',
      subjectType: 'offer',
      subjectId: id,
      subjectVersion: version,
      details: { requestId },
      visibleTo: [financierId],
    })),
    {
      action: 'factoring.deal_made',
      subjectType: 'deal',
      subjectId: dealId,
      subjectVersion: 1,
      details: {
        supplierId: deal.supplierId,
        financierId: deal.financierId,
        total: money(deal.totalAmount),
        advance: money(deal.advanceAmount),
        netCash: money(deal.netCashAmount),
        cost: money(deal.costAmount),
        allInRate: deal.allInRate,
        filingId: deal.filingId,
        postingId: deal.postingId,
      },
      visibleTo: [deal.financierId],
    },
    ...notices.flatMap((notice) => noticeDeeds(notice, deal)),
  ];
}

function noticeDeeds({ id, dealId, debtorId, issuedAt, arrivedAt }: Notice, { financierId }: Deal): Deed[] {
  const about = { subjectType: 'notice', subjectId: id, visibleTo: [debtorId, financierId] };
  return [
    {
      ...about,
      action: 'factoring.notice_issued',
      subjectVersion: 1,
      details: { dealId, debtorId, issuedAt: issuedAt.toISOString() },
    },
    {
      ...about,
      action: 'factoring.notice_arrived',
      subjectVersion: 2,
      details: {
        dealId,
        debtorId,
        financierId,
        channel: 'inbox',
        arrivedAt: arrivedAt?.toISOString() ?? null,
      },
    },
  ];
}
