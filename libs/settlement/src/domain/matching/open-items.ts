// The obligations that are still open, found by reference, by payer, and by payer and amount; what is allocated is
// taken off at once, so that no item is ever paid beyond what is outstanding.
import { Decimal, type LocalDate, minorDigits, minorUnits, type Money, money } from '#kernel';
import {
  candidatesIn,
  isStrong,
  type Likeness,
  looseKey,
  plainName,
  referenceKey,
  tokenCount,
} from './references';

export interface OpenObligation {
  readonly id: string;
  /** Numbers by which a payer may name it: invoice number, end-to-end id, contract. */
  readonly references: readonly string[];
  readonly debtorName: string;
  /** Accounts known to be the debtor's. */
  readonly debtorAccounts: readonly string[];
  readonly outstanding: Money;
  readonly dueDate: LocalDate | null;
}

export interface Payer {
  readonly name: string | null;
  readonly account: string | null;
}

/** An open obligation while payments are being matched. */
export interface OpenItem {
  readonly obligation: OpenObligation;
  /** Place in the order of due date, then id. */
  readonly place: number;
  readonly keys: readonly string[];
  /** Minor units that are still to be paid. */
  open: bigint;
}

export interface Mention {
  readonly item: OpenItem;
  readonly likeness: Likeness;
  /** What the payer wrote is long enough, and no other open obligation answers to it. */
  readonly strong: boolean;
  readonly key: string;
}

interface Named {
  readonly item: OpenItem;
  readonly tokens: number;
}

/** How many open items of one payer are looked at. */
export const MAX_OF_PAYER = 40;
const SHORTEST_KEY = 4;

export function moneyOf(units: bigint, currency: string): Money {
  return money(new Decimal(units.toString()).div(new Decimal(10).pow(minorDigits(currency))), currency);
}

function byDueDate(a: OpenObligation, b: OpenObligation): number {
  const [first, second] = [a.dueDate ?? '9999-12-31', b.dueDate ?? '9999-12-31'];
  if (first !== second) return first < second ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** Obligations in one currency; those with nothing outstanding are known by reference only. */
export class OpenItems {
  private readonly exact = new Map<string, Named[]>();
  private readonly loose = new Map<string, Named[]>();
  private readonly payers = new Map<string, OpenItem[]>();
  private readonly amounts = new Map<string, OpenItem[]>();

  constructor(obligations: readonly OpenObligation[]) {
    [...obligations].sort(byDueDate).forEach((obligation, place) => this.add(obligation, place));
  }

  private add(obligation: OpenObligation, place: number): void {
    const keys = [...new Set(obligation.references.map(referenceKey))].filter((key) => key !== '');
    const item: OpenItem = { obligation, place, keys, open: minorUnits(obligation.outstanding) };
    for (const reference of new Set(obligation.references)) {
      const key = referenceKey(reference);
      if (key === '') continue;
      const named = { item, tokens: tokenCount(reference) };
      push(this.exact, key, named);
      push(this.loose, looseKey(reference), named);
    }
    if (item.open <= 0n) return;
    for (const payer of this.payerKeys(obligation)) push(this.payers, payer, item);
  }

  private payerKeys({ debtorName, debtorAccounts }: OpenObligation): string[] {
    const names = [debtorName].map((name) => `name ${plainName(name)}`);
    const accounts = debtorAccounts.map((account) => `account ${plainName(account)}`);
    return [...new Set([...names, ...accounts])].filter((key) => !key.endsWith(' '));
  }

  /** What the texts name, each obligation once with its best likeness, in the order of due dates. */
  mentions(texts: readonly string[]): Mention[] {
    const found = new Map<OpenItem, Mention>();
    for (const { key, loose: looseOf, tokens: joined, spaced } of texts.flatMap(candidatesIn)) {
      if (key.length < SHORTEST_KEY) continue;
      const exact = this.exact.get(key) ?? [];
      const loose = exact.length > 0 ? [] : (this.loose.get(looseOf) ?? []);
      const strong = isStrong(key) && [...exact, ...loose].filter(({ item }) => item.open > 0n).length <= 1;
      for (const { item, tokens } of exact) {
        const likeness = spaced && tokens !== joined ? 'tolerant' : 'exact';
        this.note(found, { item, likeness, strong, key });
      }
      for (const { item } of loose) this.note(found, { item, likeness: 'tolerant', strong, key });
    }
    return [...found.values()].sort((a, b) => a.item.place - b.item.place);
  }

  private note(found: Map<OpenItem, Mention>, mention: Mention): void {
    const known = found.get(mention.item);
    const better = known === undefined || rank(mention) > rank(known);
    if (better) found.set(mention.item, mention);
  }

  /** The first open items of a payer by due date, by account and by name, at most forty. */
  ofPayer(payer: Payer): OpenItem[] {
    const found = new Set<OpenItem>();
    for (const key of keysOf(payer)) {
      const list = this.payers.get(key) ?? [];
      let settled = 0;
      let taken = 0;
      for (const item of list) {
        if (taken >= MAX_OF_PAYER) break;
        if (item.open > 0n) {
          found.add(item);
          taken += 1;
        } else settled += 1;
      }
      // What is settled never opens again: leaving it out at times keeps the search linear.
      if (settled <= MAX_OF_PAYER) continue;
      const open = list.filter((item) => item.open > 0n);
      this.payers.set(key, open);
    }
    return [...found].sort((a, b) => a.place - b.place).slice(0, MAX_OF_PAYER);
  }

  agrees(payer: Payer, { obligation }: OpenItem): boolean {
    const keys = this.payerKeys(obligation);
    return keysOf(payer).some((key) => keys.includes(key));
  }

  /** Prepares `withAmount` from what is open now. */
  indexAmounts(): void {
    this.amounts.clear();
    for (const [payer, items] of this.payers)
      for (const item of items) if (item.open > 0n) push(this.amounts, `${payer} ${item.open}`, item);
  }

  /** The payer's open items of exactly this amount. */
  withAmount(payer: Payer, units: bigint): OpenItem[] {
    const items = keysOf(payer).flatMap((key) => this.amounts.get(`${key} ${units}`) ?? []);
    return [...new Set(items)].filter(({ open }) => open === units).sort((a, b) => a.place - b.place);
  }
}

function rank({ likeness, strong }: Mention): number {
  return (likeness === 'exact' ? 2 : 0) + (strong ? 1 : 0);
}

export function keysOf({ name, account }: Payer): string[] {
  const keys = [`account ${plainName(account ?? '')}`, `name ${plainName(name ?? '')}`];
  return keys.filter((key) => !key.endsWith(' '));
}
