// How good the evidence of a confirmation is, A to E: who answered, through which channel, how independent debtor and
// supplier are, and which documents agree. Points add up and caps take away, so more evidence never lowers a grade.

export const GRADES = ['A', 'B', 'C', 'D', 'E'] as const;
export type Grade = (typeof GRADES)[number];

/** The weaker of the two people: by password alone, a machine client beside a person, or both with a second factor. */
export const IDENTITIES = ['password', 'client', 'totp'] as const;
export type Identity = (typeof IDENTITIES)[number];

/** How the answer came. `signed` is over the canonical statement, with a registered key of the organisation. */
export const CHANNELS = ['portal', 'file', 'own_upload', 'erp', 'signed'] as const;
export type Channel = (typeof CHANNELS)[number];

/** What debtor and supplier have in common though they should be strangers. */
export const SHARED_TRACES = ['device', 'address', 'email_domain', 'phone', 'postal_address'] as const;
export type SharedTrace = (typeof SHARED_TRACES)[number];

export const TAX_CHECKS = ['none', 'equal', 'different'] as const;
export type TaxCheck = (typeof TAX_CHECKS)[number];

export interface Evidence {
  readonly identity: Identity;
  readonly channel: Channel;
  readonly shared: readonly SharedTrace[];
  readonly order: boolean;
  readonly goodsReceipt: boolean;
  readonly taxCheck: TaxCheck;
}

export type GradeReason =
  | `identity_${Identity}`
  | `channel_${Channel}`
  | `shared_${SharedTrace}`
  | `tax_${TaxCheck}`
  | 'order_stated'
  | 'goods_receipt_stated';

export interface Grading {
  readonly grade: Grade;
  readonly points: number;
  readonly reasons: readonly GradeReason[];
}

const IDENTITY_POINTS: Readonly<Record<Identity, number>> = Object.freeze({
  password: 1,
  client: 2,
  totp: 3,
});
const CHANNEL_POINTS: Readonly<Record<Channel, number>> = Object.freeze({
  portal: 0,
  file: 0,
  own_upload: 1,
  erp: 1,
  signed: 2,
});
/** The fewest points for each grade, the best first. */
const FEWEST: readonly (readonly [Grade, number])[] = Object.freeze([
  ['A', 6],
  ['B', 4],
  ['C', 3],
  ['D', 2],
]);

/** The best grade that is left when debtor and supplier share this. */
const SHARED_CAP: Readonly<Record<SharedTrace, Grade>> = Object.freeze({
  device: 'E',
  address: 'D',
  phone: 'D',
  postal_address: 'D',
  email_domain: 'C',
});
/** Nobody proved more than a password: documents alone make no better grade than this. */
const WEAK_CAP: Grade = 'C';
const TAX_DIFFERENT_CAP: Grade = 'E';

const worse = (a: Grade, b: Grade): Grade => (a > b ? a : b);

export function gradeOf(evidence: Evidence): Grading {
  const { identity, channel, shared, order, goodsReceipt, taxCheck } = evidence;
  const points =
    IDENTITY_POINTS[identity] +
    CHANNEL_POINTS[channel] +
    Number(order) +
    Number(goodsReceipt) +
    Number(taxCheck === 'equal');
  const earned = FEWEST.find(([, fewest]) => points >= fewest)?.[0] ?? 'E';
  const isWeak = identity === 'password' && channel !== 'signed';
  const caps: Grade[] = [
    ...shared.map((trace) => SHARED_CAP[trace]),
    ...(isWeak ? [WEAK_CAP] : []),
    ...(taxCheck === 'different' ? [TAX_DIFFERENT_CAP] : []),
  ];
  return { grade: caps.reduce(worse, earned), points, reasons: reasonsOf(evidence) };
}

function reasonsOf({ identity, channel, shared, order, goodsReceipt, taxCheck }: Evidence): GradeReason[] {
  return [
    `identity_${identity}`,
    `channel_${channel}`,
    ...SHARED_TRACES.filter((trace) => shared.includes(trace)).map((trace) => `shared_${trace}` as const),
    ...(order ? (['order_stated'] as const) : []),
    ...(goodsReceipt ? (['goods_receipt_stated'] as const) : []),
    ...(taxCheck === 'none' ? [] : [`tax_${taxCheck}` as const]),
  ];
}

export const isAtLeast = (grade: Grade, wanted: Grade): boolean => grade <= wanted;

/** How somebody proved who they are, as the edge tells it. */
export interface Proved {
  readonly kind: 'person' | 'client';
  readonly authenticatedBy: readonly string[];
}

/** The weaker of maker and checker decides. */
export function identityOf(maker: Proved, checker: Proved): Identity {
  const strength = (one: Proved): Identity => {
    if (one.kind === 'client') return one.authenticatedBy.includes('client_key') ? 'client' : 'password';
    return one.authenticatedBy.includes('totp') ? 'totp' : 'password';
  };
  const both = [strength(maker), strength(checker)];
  return IDENTITIES.find((identity) => both.includes(identity)) ?? 'password';
}
