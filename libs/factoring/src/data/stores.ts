// The four stores of factoring together, for the one use case that writes to all of them.
import { Injectable } from '@nestjs/common';
import { DealStore } from './deal.store';
import { NoticeStore } from './notice.store';
import { OfferStore } from './offer.store';
import { RequestStore } from './request.store';

@Injectable()
export class FactoringStores {
  constructor(
    readonly requests: RequestStore,
    readonly offers: OfferStore,
    readonly deals: DealStore,
    readonly notices: NoticeStore,
  ) {}
}
