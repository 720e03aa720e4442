// Charges what registering costs to whoever files, within the transaction of the filing: a fee without its registration,
// or a registration without its fee, cannot be.
import { Injectable } from '@nestjs/common';
import { type LocalDate, newId, shardOf } from '#kernel';
import type { Tx } from '#platform';
import { type FeeLine, FeeStore } from '../../data/fees/fee.store';
import { type Charged, feeOf } from '../../domain/fees/fee';
import { FilingParameters } from '../filing-parameters';

export interface Chargeable extends Charged {
  /** Who files owes it. */
  readonly organisationId: string;
  readonly filingId: string;
  /** Of the registration or of the event. */
  readonly number: string;
  readonly at: string;
}

@Injectable()
export class ChargeFees {
  constructor(
    private readonly fees: FeeStore,
    private readonly parameters: FilingParameters,
  ) {}

  /** At the prices of the day; what is free leaves no line. */
  async charge(tx: Tx, date: LocalDate, chargeable: readonly Chargeable[]): Promise<void> {
    const { feePrices } = await this.parameters.on(tx, date);
    const lines = chargeable.flatMap((one): FeeLine[] => {
      const fee = feeOf(one, feePrices);
      if (!fee) return [];
      const { organisationId, kind, filingId, number, at: chargedAt } = one;
      const id = newId<'fee'>(shardOf(filingId));
      return [
        {
          ...{ id, chargeId: id, correction: 0, organisationId, kind, filingId, number, chargedAt },
          ...{ ...fee, byUser: null, reason: null },
        },
      ];
    });
    await this.fees.add(tx, lines);
  }
}
