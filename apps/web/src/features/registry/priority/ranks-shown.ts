// What the screen of ranks works out by itself: where each bar begins, the order of everything that happened, and the
// part of the question that is supposed.
import Decimal from 'decimal.js';
import type { View } from '../../../api/client';

type Answer = View<'PriorityView'>;
export interface Part {
  /** Per cent of the payable amount. */
  readonly from: number;
  readonly width: number;
}

/** Where each bar begins and how wide it is. */
export function partsOf({ ranks, payable }: Pick<Answer, 'ranks' | 'payable'>): Part[] {
  const whole = new Decimal(payable?.amount ?? 0);
  const per = (amount: Decimal) =>
    whole.isZero() ? 0 : amount.times(100).div(whole).toDecimalPlaces(2).toNumber();
  let before = new Decimal(0);
  return ranks.map(({ share }) => {
    const own = new Decimal(share?.amount ?? 0);
    const part = { from: per(before), width: per(own) };
    before = before.plus(own);
    return part;
  });
}

type Word = 'registered' | 'ends' | 'arose' | 'notice_arrived' | 'extended' | 'cancelled' | 'released';
export interface Moment {
  readonly at: string;
  readonly word: Word | 'raised' | 'statutory' | 'agreed' | 'agreementEnded' | 'here';
  readonly of: string;
  readonly number?: string;
  readonly junior?: string;
  readonly senior?: string;
}

/** In the order of time, each once though a registration has several ranks; what happens at the asked moment stands before it. */
export function momentsOf({ ranks, unranked, agreements, at }: Answer): Moment[] {
  const claims = [...ranks, ...unranked].flatMap((claim) => {
    const { number, securedParties, events, statutory } = claim;
    const isRaise = 'rule' in claim && claim.rule === 'raised_later';
    const of = [securedParties.join(' · '), number ?? ''].filter(Boolean).join(' · ');
    const over = events.some(({ kind }) => kind === 'cancelled' || kind === 'released');
    return [
      ...events.map(({ at: then, kind }): Moment => {
        return { at: then, word: isRaise && kind === 'registered' ? 'raised' : kind, of };
      }),
      ...(over
        ? []
        : events.flatMap(({ until }): Moment[] => (until ? [{ at: until, word: 'ends', of }] : []))),
      ...(statutory
        ? [{ at: statutory.registeredAt, word: 'statutory' as const, of, number: statutory.number }]
        : []),
    ];
  });
  const agreed = agreements.flatMap(
    ({ juniorNumber: junior, seniorNumber: senior, from, until }): Moment[] => [
      { at: from, word: 'agreed', of: '', junior, senior },
      ...(until === null ? [] : [{ at: until, word: 'agreementEnded' as const, of: '', junior, senior }]),
    ],
  );
  const here: Moment = { at, word: 'here', of: '' };
  const once = new Map([...claims, ...agreed, here].map((moment) => [JSON.stringify(moment), moment]));
  return [...once.values()].sort(inTime);
}

/** Instants are compared to the microsecond, which a Date has not. */
function inTime(a: Moment, b: Moment): number {
  const [one, other] = [keyOf(a.at), keyOf(b.at)];
  if (one !== other) return one < other ? -1 : 1;
  return Number(a.word === 'here') - Number(b.word === 'here');
}
const keyOf = (at: string): string =>
  at.replace(/(\.\d+)?Z$/, (_, digits: string | undefined) => (digits ?? '.').padEnd(7, '0'));

export const SUPPOSITIONS = ['nothing', 'registered', 'ended', 'released', 'subordinated'] as const;
export type SuppositionKind = (typeof SUPPOSITIONS)[number];

export interface Supposed {
  readonly kind: SuppositionKind;
  readonly ended?: string;
  readonly released?: string;
  readonly junior?: string;
  readonly senior?: string;
}
export interface Choice {
  readonly number: string;
  readonly holder: string;
}

export type NumberName = 'ended' | 'released' | 'junior' | 'senior';
export const NEEDS: Readonly<Record<SuppositionKind, readonly NumberName[]>> = {
  nothing: [],
  registered: [],
  ended: ['ended'],
  released: ['released'],
  subordinated: ['junior', 'senior'],
};

/** The part of the question that is supposed; nothing until everything it needs is chosen. */
export function suppositionOf(
  supposed: Supposed,
): Partial<Record<NumberName, string>> & { registered?: 'now' } {
  const { kind } = supposed;
  if (kind === 'registered') return { registered: 'now' };
  const named = NEEDS[kind].map((name) => [name, supposed[name]] as const);
  const whole = named.every(([, number]) => number !== undefined) && supposed.junior !== supposed.senior;
  return whole || kind !== 'subordinated' ? Object.fromEntries(named.filter(([, number]) => number)) : {};
}
