// What a filing says, as one structured whole. Parties and lines of collateral keep the number they came with, so that a
// change names the line it changes and a renamed grantor is still the same grantor.
import { invariant } from '#kernel';
import type { CollateralItem, FilingDraft, PartyRef } from '../filing';

export interface Numbered<T> {
  readonly no: number;
  readonly value: T;
}
/** Each list in ascending number, each number once. */
export interface FilingContent {
  readonly grantors: readonly Numbered<PartyRef>[];
  readonly securedParties: readonly Numbered<PartyRef>[];
  readonly collateral: readonly Numbered<CollateralItem>[];
  readonly maximumAmount: FilingDraft['maximumAmount'];
}

type Change<T> =
  | { readonly no: number; readonly before: null; readonly after: T }
  | { readonly no: number; readonly before: T; readonly after: T }
  | { readonly no: number; readonly before: T; readonly after: null };

/** Only what differs: a number that is added has no before, one that is taken out no after. */
export interface ContentChanges {
  readonly grantors: readonly Change<PartyRef>[];
  readonly securedParties: readonly Change<PartyRef>[];
  readonly collateral: readonly Change<CollateralItem>[];
  /** Null when the maximum amount stays. */
  readonly maximumAmount: {
    readonly before: FilingContent['maximumAmount'];
    readonly after: FilingContent['maximumAmount'];
  } | null;
}

type Draft = Pick<FilingDraft, 'grantors' | 'securedParties' | 'collateral' | 'maximumAmount'>;

/** How a draft begins: everything is numbered from 1 on, as the rows of the book are. */
export const firstContent = ({
  grantors,
  securedParties,
  collateral,
  maximumAmount,
}: Draft): FilingContent => ({
  grantors: numbered(grantors),
  securedParties: numbered(securedParties),
  collateral: numbered(collateral),
  maximumAmount,
});

export const changesBetween = (before: FilingContent, after: FilingContent): ContentChanges => ({
  grantors: diff(before.grantors, after.grantors),
  securedParties: diff(before.securedParties, after.securedParties),
  collateral: diff(before.collateral, after.collateral),
  maximumAmount: same(before.maximumAmount, after.maximumAmount)
    ? null
    : { before: before.maximumAmount, after: after.maximumAmount },
});

/** Changes apply only to the content that they were worked out from. */
export function withChanges(content: FilingContent, changes: ContentChanges): FilingContent {
  const { maximumAmount } = changes;
  invariant(
    maximumAmount === null || same(maximumAmount.before, content.maximumAmount),
    'changes belong to this content',
  );
  return {
    grantors: patch(content.grantors, changes.grantors),
    securedParties: patch(content.securedParties, changes.securedParties),
    collateral: patch(content.collateral, changes.collateral),
    maximumAmount: maximumAmount === null ? content.maximumAmount : maximumAmount.after,
  };
}

export const changesNothing = (changes: ContentChanges): boolean =>
  changes.maximumAmount === null &&
  [changes.grantors, changes.securedParties, changes.collateral].every((list) => list.length === 0);

const numbered = <T>(values: readonly T[]): Numbered<T>[] =>
  values.map((value, index) => ({ no: index + 1, value }));

function diff<T>(before: readonly Numbered<T>[], after: readonly Numbered<T>[]): Change<T>[] {
  const old = new Map(before.map(({ no, value }) => [no, value]));
  const now = new Map(after.map(({ no, value }) => [no, value]));
  const numbers = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a - b);
  return numbers.flatMap((no): Change<T>[] => {
    const [was, is] = [old.get(no), now.get(no)];
    if (was === undefined) return is === undefined ? [] : [{ no, before: null, after: is }];
    if (is === undefined) return [{ no, before: was, after: null }];
    return same(was, is) ? [] : [{ no, before: was, after: is }];
  });
}

function patch<T>(list: readonly Numbered<T>[], changes: readonly Change<T>[]): Numbered<T>[] {
  const values = new Map(list.map(({ no, value }) => [no, value]));
  for (const { no, before, after } of changes) {
    invariant(same(values.get(no) ?? null, before), 'changes belong to this content');
    if (after === null) values.delete(no);
    else values.set(no, after);
  }
  return [...values].map(([no, value]) => ({ no, value })).sort((a, b) => a.no - b.no);
}

/** The same whichever order their fields were written in. */
const same = (a: unknown, b: unknown): boolean => plain(a) === plain(b);

const plain = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
