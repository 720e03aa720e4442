// Recall and precision of what was found, for each family: found is a case of which one invoice was matched with one that
// it was made from; wrong is every invoice that would be held for anything else, an honest one or a reissue.
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
  readonly family: Family;
  readonly cases: number;
  readonly found: number;
  readonly recall: number;
  /** Invoices of the family of which anything was told, how many of them wrongly, and the share of the others. */
  readonly told: number;
  readonly wrong: number;
  readonly precision: number;
  /** Of the cases, how many had which class. */
  readonly classes: Readonly<Partial<Record<MatchClass, number>>>;
}

export interface Figures {
  readonly families: readonly FamilyFigures[];
  /** Honest invoices, and how many of them would be held. */
  readonly honest: { readonly invoices: number; readonly wrong: number };
  readonly exactRecall: number;
  readonly nearRecall: number;
  readonly precision: number;
  readonly flagged: number;
  readonly wrong: number;
}

export function figuresOf({ truths }: Corpus, found: readonly Found[]): Figures {
  const hits = new Map<number, MatchClass>();
  const flagged = new Set<number>();
  const right = new Set<number>();
  for (const { at, class: told, otherAts } of found) {
    const truth = truths[at];
    if (!truth) continue;
    const isOrigin = otherAts.some((other) => truth.origins.includes(other));
    const isRight = isOrigin && (truth.family === 'reissue') === (told === 'reissued');
    if (isRight) right.add(at);
    if (isRight && truth.mutation !== null && !hits.has(truth.mutation)) hits.set(truth.mutation, told);
    if (told !== 'reissued') flagged.add(at);
  }
  const told = new Set(found.map(({ at }) => at));
  // A reissue that is held is wrong even where it was also seen as what it is.
  const isWrong = (at: number) => !right.has(at) || (flagged.has(at) && truths[at]?.family === 'reissue');
  const wrong = [...flagged].filter(isWrong).length;
  const toldOf = (family: Family | null) => [...told].filter((at) => truths[at]?.family === family);
  const cases = casesOf(truths);
  const isExact = ({ family, mutation }: Case) => family === 'width' || hits.get(mutation) === 'exact';
  const exact = cases.filter(isExact);
  const near = cases.filter((one) => !isExact(one));
  return {
    families: FAMILIES.map((family) => {
      const own = toldOf(family);
      const wrongly = own.filter(isWrong).length;
      const precision = share(own.length - wrongly, own.length);
      return { ...familyOf(family, truths, hits), told: own.length, wrong: wrongly, precision };
    }),
    honest: {
      invoices: truths.filter(({ family }) => family === null).length,
      wrong: toldOf(null).filter((at) => flagged.has(at)).length,
    },
    exactRecall: share(exact.filter(({ mutation }) => hits.get(mutation) === 'exact').length, exact.length),
    nearRecall: share(near.filter(({ mutation }) => hits.has(mutation)).length, near.length),
    precision: share(flagged.size - wrong, flagged.size),
    flagged: flagged.size,
    wrong,
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
): Omit<FamilyFigures, 'told' | 'wrong' | 'precision'> {
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
