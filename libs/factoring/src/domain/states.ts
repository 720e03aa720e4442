// What may become of a request, an offer, a deal and a notice: one frozen table each, and nothing else decides.
import { invariant } from '#kernel';

export const REQUEST_STATES = ['open', 'closed', 'expired', 'withdrawn'] as const;
export type RequestState = (typeof REQUEST_STATES)[number];
export const OFFER_STATES = ['committed', 'live', 'accepted', 'lapsed', 'withdrawn', 'rejected'] as const;
export type OfferState = (typeof OFFER_STATES)[number];
export const DEAL_STATES = [
  'accepted',
  'funded',
  'matured',
  'overdue',
  'recourse',
  'bought_back',
  'settled',
  'written_off',
] as const;
export type DealState = (typeof DEAL_STATES)[number];
export const NOTICE_STATES = ['issued', 'arrived', 'acknowledged', 'objected'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];

type Table<S extends string> = Readonly<Record<S, readonly S[]>>;
const frozen = <S extends string>(table: Table<S>): Table<S> => {
  for (const targets of Object.values<readonly S[]>(table)) Object.freeze(targets);
  return Object.freeze(table);
};

export const REQUEST_MOVES = frozen<RequestState>({
  open: ['closed', 'expired', 'withdrawn'],
  closed: [],
  expired: [],
  withdrawn: [],
});

/** An offer is committed while its content is still sealed; only an offer that was live can be taken or turned down. */
export const OFFER_MOVES = frozen<OfferState>({
  committed: ['live', 'lapsed', 'withdrawn'],
  live: ['accepted', 'lapsed', 'withdrawn', 'rejected'],
  accepted: [],
  lapsed: [],
  withdrawn: [],
  rejected: [],
});

/** A payout that the supplier's bank sends back leaves the deal as it was before: promised and not paid. */
export const DEAL_MOVES = frozen<DealState>({
  accepted: ['funded'],
  funded: ['accepted', 'matured', 'recourse', 'settled'],
  matured: ['overdue', 'settled'],
  overdue: ['recourse', 'settled', 'written_off'],
  recourse: ['bought_back', 'settled', 'written_off'],
  bought_back: [],
  settled: [],
  written_off: [],
});

/** Civil Code 546: a notice is not taken back, so nothing leads away from it; an objection can be resolved. */
export const NOTICE_MOVES = frozen<NoticeState>({
  issued: ['arrived'],
  arrived: ['acknowledged', 'objected'],
  acknowledged: [],
  objected: ['acknowledged'],
});

export const mayMove = <S extends string>(table: Table<S>, from: S, to: S): boolean =>
  table[from].includes(to);

/** The state after a move that the caller has already allowed; a move outside the table is a programming error. */
export function moved<S extends string>(table: Table<S>, from: S, to: S): S {
  invariant(mayMove(table, from, to), `nothing leads from ${from} to ${to}`);
  return to;
}
