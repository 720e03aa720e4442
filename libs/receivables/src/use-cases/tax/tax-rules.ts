// What tax verification reads of the day: the clock, the dated numbers, and whether there is a bureau to ask.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, type LocalDate, todayOf } from '#kernel';
import { CLOCK, Parameters, type Reads } from '#platform';
import { TAX_BUREAU, type TaxBureau } from '../../domain/tax/tax-bureau';
import { taxCheckYears, taxChecksPerDay, taxFreshHours, taxRecheckDays } from '../../receivables.parameters';

export interface TaxNumbers {
  readonly today: LocalDate;
  readonly now: Date;
  readonly quota: number;
  readonly years: number;
  readonly freshHours: number;
  readonly everyDays: number;
}

@Injectable()
export class TaxRules {
  constructor(
    @Inject(TAX_BUREAU) readonly bureau: TaxBureau | null,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly parameters: Parameters,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async numbers(on: Reads): Promise<TaxNumbers> {
    const today = todayOf(this.clock);
    return {
      ...{ today, now: this.clock.now() },
      quota: await this.parameters.integerAt(on, taxChecksPerDay, today),
      years: await this.parameters.integerAt(on, taxCheckYears, today),
      freshHours: await this.parameters.integerAt(on, taxFreshHours, today),
      everyDays: await this.parameters.integerAt(on, taxRecheckDays, today),
    };
  }
}
