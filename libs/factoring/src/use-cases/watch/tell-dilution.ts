// A receivable was diluted: deals on it that are not funded wait for their financier, funded ones and live offers are told.
import { Injectable } from '@nestjs/common';
import { AuditLog, type Deed, THE_PLATFORM } from '#audit';
import { Db, EVERYONE, Events, type Payload } from '#platform';
import { type receivableDiluted, Receivables } from '#receivables';
import { DilutionStore } from '../../data/watch/dilution.store';
import { dealDiluted } from '../../factoring.events';
import { DatedRules } from '../dated-rules';
import { TellOffers } from './tell-offers';

type Dilution = Payload<typeof receivableDiluted.fields>;

@Injectable()
export class TellDilution {
  constructor(
    private readonly db: Db,
    private readonly dilutions: DilutionStore,
    private readonly receivables: Receivables,
    private readonly offers: TellOffers,
    private readonly rules: DatedRules,
    private readonly audit: AuditLog,
    private readonly events: Events,
  ) {}

  /** May be told of one dilution several times, and late: what has been acknowledged freezes nothing any more. */
  async execute(dilution: Dilution): Promise<void> {
    const { receivableId, correctionId, currency, applied, excess } = dilution;
    await this.db.run(async (tx) => {
      const [receivable] = await this.receivables.byIds(tx, EVERYONE, [receivableId]);
      if (receivable?.state !== 'frozen') return;
      const frozen = await this.dilutions.freeze(tx, receivableId, correctionId, this.rules.now());
      await this.audit.record(
        tx,
        THE_PLATFORM,
        frozen.map(({ id, version, supplierId, financierId }): Deed => ({
          action: 'factoring.deal_frozen',
          subjectType: 'deal',
          subjectId: id,
          subjectVersion: version,
          details: { receivableId, correctionId },
          visibleTo: [supplierId, financierId],
        })),
      );
      const funded = await this.dilutions.fundedOn(tx, EVERYONE, receivableId);
      const told = [
        ...frozen.map((deal) => ({ deal, isFunded: 'no' })),
        ...funded.map((deal) => ({ deal, isFunded: 'yes' })),
      ];
      await this.events.emit(
        tx,
        dealDiluted,
        told.map(({ deal: { id: dealId, supplierId, financierId }, isFunded }) => ({
          ...{ dealId, supplierId, financierId, receivableId, correctionId, currency, applied, excess },
          funded: isFunded,
        })),
      );
      await this.offers.tell(tx, receivableId);
    });
  }
}
