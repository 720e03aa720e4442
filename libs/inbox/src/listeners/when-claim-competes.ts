// Somebody registered a claim on what deals hold: who has paid out on it is told. Deals that are not paid out are frozen,
// which is told by their deed.
import { Injectable } from '@nestjs/common';
import { Deals } from '#factoring';
import { Db, EVERYONE, On, type Payload } from '#platform';
import { competingClaimFiled } from '#registry';
import { Entries } from '../use-cases/entries';

@Injectable()
export class WhenClaimCompetes {
  constructor(
    private readonly db: Db,
    private readonly deals: Deals,
    private readonly entries: Entries,
  ) {}

  @On(competingClaimFiled)
  async competes({ assetKeys }: Payload<typeof competingClaimFiled.fields>, eventId: string): Promise<void> {
    const deals = await this.deals.fundedOn(this.db.reads, EVERYONE, assetKeys);
    await this.entries.take(
      eventId,
      deals.map(({ id: subjectId, financierId: organisationId }) => ({
        ...{ organisationId, kind: 'competing_claim' as const, subjectId },
      })),
    );
  }
}
