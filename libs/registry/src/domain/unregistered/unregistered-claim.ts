// A claim that its holder states without registering it. It never comes before a registration; among those like it the
// first notice to reach the debtor does (Civil Code Art. 768; interpretation on contracts Art. 50). Nobody examines it.
import { type FieldError, type Id, isPositive, type Money } from '#kernel';
import { fault } from '../faults';
import { instantText, type Micros, microsFromText } from '../filing-time';
import type { RankedClaim } from '../priority/claim';

/** A pledge or a mortgage is made or made good by registration alone. */
export const UNREGISTERED_KINDS = ['factoring', 'assignment'] as const;
export type UnregisteredKind = (typeof UNREGISTERED_KINDS)[number];

export interface Statement {
  readonly assetKey: string;
  readonly kind: UnregisteredKind;
  /** Legal name of whoever holds it. */
  readonly holder: string;
  /** What it takes at most; null is all there is. */
  readonly amount: Money | null;
  /** RFC 3339: when the contract was concluded. */
  readonly concludedAt: string;
  /** RFC 3339: when the notice reached the debtor, by the record of the channel; null where none has. */
  readonly noticeArrivedAt: string | null;
  /** The contract, and the record of the notice. */
  readonly evidence: string;
}
export interface UnregisteredClaim extends Statement {
  readonly id: Id<'unregistered_claim'>;
  readonly statedAt: string;
  readonly endedAt: string | null;
  readonly endReason: string | null;
}

const ASSET_KEY = /^\S(.{0,298}\S)?$/u;

/** @param now epoch milliseconds */
export function statementFaults(stated: Statement, now: number): FieldError[] {
  const { assetKey, holder, amount } = stated;
  return [
    ...(ASSET_KEY.test(assetKey) ? [] : [fault('/assetKey', 'asset_key_malformed')]),
    ...(holder.trim() === '' ? [fault('/holder', 'name_missing')] : []),
    ...(amount !== null && !isPositive(amount) ? [fault('/amount/amount', 'amount_not_positive')] : []),
    ...timeFaults(stated, now),
  ];
}

function timeFaults({ concludedAt, noticeArrivedAt }: Statement, now: number): FieldError[] {
  const concluded = Date.parse(concludedAt);
  const arrived = noticeArrivedAt === null ? null : Date.parse(noticeArrivedAt);
  return [
    ...(concluded > now ? [fault('/concludedAt', 'time_ahead')] : []),
    ...(concluded < 0 ? [fault('/concludedAt', 'time_before_register')] : []),
    ...(arrived !== null && arrived > now ? [fault('/noticeArrivedAt', 'time_ahead')] : []),
    ...(arrived !== null && arrived < concluded ? [fault('/noticeArrivedAt', 'notice_before_contract')] : []),
  ];
}

/** As it is ranked: it is there from its contract on, and over when its holder says so. */
export function rankedStatement(claim: UnregisteredClaim): RankedClaim {
  const { id, kind, amount, concludedAt, noticeArrivedAt, endedAt } = claim;
  const at = (text: string): Micros => microsFromText(text);
  return {
    ...{ id, kind, amount, deliveredAt: null },
    events: [
      { kind: 'arose', at: at(concludedAt), until: null },
      ...(noticeArrivedAt === null
        ? []
        : [{ kind: 'notice_arrived' as const, at: at(noticeArrivedAt), until: null }]),
      ...(endedAt === null ? [] : [{ kind: 'released' as const, at: at(endedAt), until: null }]),
    ],
  };
}

/** A time of the holder's, in the form of the register. */
export const registerTime = (text: string): string => instantText(BigInt(Date.parse(text)) * 1_000n);
