// Live offers on a receivable that a correction reduced: acceptance would refuse them, and both sides hear of it before.
import { Injectable } from '@nestjs/common';
import { Db, EVERYONE, Events, type Tx } from '#platform';
import { DilutionStore } from '../../data/watch/dilution.store';
import { offerDiluted } from '../../factoring.events';

@Injectable()
export class TellOffers {
  constructor(
    private readonly db: Db,
    private readonly dilutions: DilutionStore,
    private readonly events: Events,
  ) {}

  async execute(receivableId: string): Promise<void> {
    await this.db.run((tx) => this.tell(tx, receivableId));
  }

  async tell(tx: Tx, receivableId: string): Promise<void> {
    const offers = await this.dilutions.liveOffersOn(tx, EVERYONE, receivableId);
    await this.events.emit(
      tx,
      offerDiluted,
      offers.map((offer) => ({ ...offer, receivableId })),
    );
  }
}
