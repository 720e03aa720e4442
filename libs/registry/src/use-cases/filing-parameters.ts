// The registry's figures on the day of a filing. Filings come by the thousand and figures change by the year, so
// what was read is kept for one second.
import { performance } from 'node:perf_hooks';
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { Db, Parameters, type Reads } from '#platform';
import type { FeePrices } from '../domain/fees/fee';
import type { Standing } from '../domain/filing';
import type { FilingLimits } from '../domain/filing-rules';
import {
  archiveAfterDays,
  feePerEvent,
  feePerYear,
  statutory,
  termMaxMonths,
  termMinMonths,
} from '../registry.parameters';

export interface FilingFigures extends FilingLimits {
  readonly standing: Standing;
  readonly feePrices: FeePrices;
  readonly archiveAfterDays: number;
}

const KEPT_MS = 1_000;

@Injectable()
export class FilingParameters {
  private kept: { readonly date: LocalDate; readonly until: number; readonly figures: FilingFigures } | null =
    null;
  /** So that a crowd which finds nothing kept asks once for each day. */
  private readonly asked = new Map<LocalDate, Promise<FilingFigures>>();

  constructor(
    private readonly db: Db,
    private readonly parameters: Parameters,
  ) {}

  /** For what happens inside a transaction. */
  async on(on: Reads, date: LocalDate): Promise<FilingFigures> {
    if (this.kept?.date === date && performance.now() < this.kept.until) return this.kept.figures;
    const figures: FilingFigures = {
      termMinMonths: await this.parameters.integerAt(on, termMinMonths, date),
      termMaxMonths: await this.parameters.integerAt(on, termMaxMonths, date),
      standing:
        (await this.parameters.at(on, statutory, date)) === 'yes' ? 'statutory' : 'registered_here_only',
      archiveAfterDays: await this.parameters.integerAt(on, archiveAfterDays, date),
      feePrices: {
        perYear: await this.parameters.at(on, feePerYear, date),
        perEvent: await this.parameters.at(on, feePerEvent, date),
      },
    };
    this.kept = { date, until: performance.now() + KEPT_MS, figures };
    return figures;
  }

  /** For what happens outside of one. */
  async outside(date: LocalDate): Promise<FilingFigures> {
    const answer =
      this.asked.get(date) ?? this.on(this.db.reads, date).finally(() => this.asked.delete(date));
    this.asked.set(date, answer);
    return answer;
  }
}
