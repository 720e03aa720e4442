// What the form of a bid holds.
import type { View } from '../../../api/client';
import type { FeeValues } from './fee-fields';

type Body = View<'OfferBody'>;

export interface BidValues extends Pick<Body, 'advanceRate' | 'rateAnnual' | 'dayCount' | 'recourse'> {
  readonly surplusTo: NonNullable<Body['surplusTo']> | 'law';
  readonly fees?: readonly FeeValues[];
  readonly validOn: string;
}
