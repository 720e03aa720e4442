// Recall and precision of what was found, for each family: found is a case of which one invoice was matched with one that
// it was made from; wrong is every match of an honest invoice, or of a reissue that would be held up.
import type { MatchClass } from '#receivables';
import type { Corpus } from './corpus';
import { FAMILIES, type Family } from './mutations';

/** What detection said of an invoice of the corpus, by position. */
export interface Found {
  readonly at: number;
  readonly class: MatchClass;
  readonly otherAts: readonly number[];
}

export interface FamilyFigures {
  readonly family: Family | 'all';
  readonly cases: number;
  readonly found: number;
  readonly recall: number;
  /** Of the cases, how many had which class. */
  readonly classes: Readonly<Partial<Record<MatchClass, number>>>;
}

export interface Figures {
  readonly families: readonly FamilyFigures[];
  readonly exactRecall: number;
  readonly nearRecall: number;
  readonly precision: number;
  readonly flagged: number;
  readonly wrong: number;
  readonly wrongAts: readonly number[];
}

export function figuresOf({ truths }: Corpus, found: readonly Found[]): Figures {
  const hits = new Map<number, MatchClass>();
  const wrongAts = new Set<number>();
  const flagged = new Set<number>();
  for (const { at, class: told, otherAts } of found) {
    const truth = truths[at];
    if (!truth) continue;
    const isTrue = truth.mutation !== null && otherAts.some((other) => truth.origins.includes(other));
    const isRight = isTrue && (truth.family === 'reissue') === (told === 'reissued');
    if (isRight && truth.mutation !== null && !hits.has(truth.mutation)) hits.set(truth.mutation, told);
    if (told === 'reissued') continue;
    flagged.add(at);
    if (!isRight && truth.family === null) wrongAts.add(at);
    if (truth.family === 'reissue') wrongAts.add(at);
  }
  const families = FAMILIES.map((family) => familyOf(family, truths, hits));
  const held = [...hits.values()];
  const isExact = (mutation: number) => hits.get(mutation) === 'exact';
  const cases = casesOf(truths);
  const sameKey = cases.filter(({ family, mutation }) => family === 'width' || isExact(mutation));
  const others = cases.filter(({ mutation, family }) => family !== 'width' && !isExact(mutation));
  return {
    families,
    exactRecall: share(sameKey.filter(({ mutation }) => isExact(mutation)).length, sameKey.length),
    nearRecall: share(others.filter(({ mutation }) => hits.has(mutation)).length, others.length),
    precision: share(flagged.size - wrongAts.size, flagged.size),
    flagged: Math.max(flagged.size, held.length === 0 ? 0 : flagged.size),
    wrong: wrongAts.size,
    wrongAts: [...wrongAts],
  };
}

interface Case {
  readonly family: Family;
  readonly mutation: number;
}

function casesOf(truths: Corpus['truths']): Case[] {
  const cases = new Map<number, Case>();
  for (const { family, mutation } of truths)
    if (family !== null && mutation !== null) cases.set(mutation, { family, mutation });
  return [...cases.values()];
}

function familyOf(
  family: Family,
  truths: Corpus['truths'],
  hits: ReadonlyMap<number, MatchClass>,
): FamilyFigures {
  const own = casesOf(truths).filter((one) => one.family === family);
  const classes: Partial<Record<MatchClass, number>> = {};
  for (const { mutation } of own) {
    const told = hits.get(mutation);
    if (told) classes[told] = (classes[told] ?? 0) + 1;
  }
  const found = own.filter(({ mutation }) => hits.has(mutation)).length;
  return { family, cases: own.length, found, recall: share(found, own.length), classes };
}

const share = (part: number, whole: number): number =>
  whole === 0 ? 1 : Math.floor((part / whole) * 10_000) / 10_000;
