// What follows from a filing: its deed, its fee, and a warning where a user's filing competes with a deal.
import { Inject, Injectable } from '@nestjs/common';
import { AuditLog, type DeedBy } from '#audit';
import { type Clock, todayOf } from '#kernel';
import { CLOCK, Events, type Tx } from '#platform';
import { ClaimStore } from '../data/claim.store';
import { assetKeysOf, type Filing } from '../domain/filing';
import { othersThan } from '../domain/party-key';
import { competingClaimFiled } from '../registry.events';
import { type Chargeable, ChargeFees } from './fees/charge-fees';

@Injectable()
export class FilingNews {
  constructor(
    private readonly claims: ClaimStore,
    private readonly audit: AuditLog,
    private readonly events: Events,
    private readonly fees: ChargeFees,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @param taken the asset keys among those the users named that deals hold */
  async tell(tx: Tx, filings: readonly Filing[], taken: readonly string[]): Promise<void> {
    await this.audit.recordAll(tx, filings.map(deedOf));
    await this.fees.charge(tx, todayOf(this.clock), filings.map(chargeableOf));
    await this.warn(tx, filings, taken);
  }

  /** @param taken as of `tell` */
  async warn(tx: Tx, filings: readonly Filing[], taken: readonly string[]): Promise<void> {
    if (taken.length === 0) return;
    const holders = await this.claims.holders(tx, 'deal', taken, this.clock.now().toISOString());
    const competing = filings
      .filter(({ origin }) => origin === 'user')
      .map((filing) => {
        const others = othersThan(holders, filing.securedParties);
        const contested = new Set(others.map(({ assetKey }) => assetKey));
        return { filingId: filing.id, assetKeys: assetKeysOf(filing).filter((key) => contested.has(key)) };
      })
      .filter(({ assetKeys }) => assetKeys.length > 0);
    await this.events.emit(tx, competingClaimFiled, competing);
  }
}

/** Who files pays; for a deal it is filed for the secured party, whoever accepted the offer. */
const payerOf = ({ origin, securedParties, filedBy }: Filing): string =>
  (origin === 'deal' ? securedParties[0]?.organisationId : null) ?? filedBy.organisationId;

const chargeableOf = (filing: Filing): Chargeable => ({
  ...{ kind: 'registration', organisationId: payerOf(filing), filingId: filing.id },
  ...{ months: filing.termMonths, number: filing.number, at: filing.filedAt },
});

function deedOf(filing: Filing): DeedBy {
  const { id, number, category, origin, dealId, filedAt, termMonths, filedBy } = filing;
  const parties = [...filing.grantors, ...filing.securedParties];
  return {
    ...filedBy,
    at: filedAt,
    action: 'registry.filing_made',
    subjectType: 'registry.filing',
    subjectId: id,
    subjectVersion: 1,
    details: { number, category, origin, dealId, filedAt, termMonths, assetKeys: assetKeysOf(filing) },
    visibleTo: parties.flatMap(({ organisationId }) => organisationId ?? []),
  };
}
