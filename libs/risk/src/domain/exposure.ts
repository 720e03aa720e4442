// Exposure: what one deal holds of one limit line. The book has a row for each time it took or gave back.
import type { Id, Money } from '#kernel';

/** A row of the book: above zero when a deal took, below zero when it gave back. */
export interface ExposureRow {
  readonly id: Id<'exposure'>;
  readonly dealId: string;
  readonly lineId: string;
  readonly amount: string;
  readonly currency: string;
  readonly at: Date;
}

/** What a deal holds now. */
export interface DealExposure {
  readonly dealId: string;
  readonly amount: Money;
  /** When the deal first took of the line. */
  readonly since: Date;
}
