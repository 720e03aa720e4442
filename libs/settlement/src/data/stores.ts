// The stores of settlement together, for the use cases that write to several of them.
import { Injectable } from '@nestjs/common';
import { ObligationStore } from './obligation.store';
import { PaymentStore } from './payment.store';
import { PayoutStore } from './payout.store';

@Injectable()
export class SettlementStores {
  constructor(
    readonly payouts: PayoutStore,
    readonly payments: PaymentStore,
    readonly obligations: ObligationStore,
  ) {}
}
