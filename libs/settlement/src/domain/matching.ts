// Matches money received with open obligations: by reference, by payer and amount, one to one, one to many, in parts
// and in excess. Pure and deterministic: the order in which payments or obligations are given changes nothing.
import { type Bilingual, combinationOf, invariant, type LocalDate, minorUnits, type Money } from '#kernel';
import type { MatchGroup, PaymentMatch } from './matching/match';
import { groupsOf } from './matching/match-groups';
import { type MatchRuleName, UNMATCHED, type UnmatchedName } from './matching/match-rules';
import {
  keysOf,
  MAX_OF_PAYER,
  type Mention,
  moneyOf,
  type OpenObligation,
  type OpenItem,
  OpenItems,
} from './matching/open-items';
import { identifiersIn, isSlip, plainName } from './matching/references';

export type { Allocation, MatchGroup, PaymentMatch } from './matching/match';
export type { OpenObligation } from './matching/open-items';

export interface PaymentReceived {
  readonly id: string;
  /** Positive; a debit or a reversal is not matched. */
  readonly amount: Money;
  readonly date: LocalDate;
  readonly endToEndId: string | null;
  readonly payerName: string | null;
  readonly payerAccount: string | null;
  readonly text: string | null;
}

export interface Unmatched {
  readonly entryId: string;
  readonly why: UnmatchedName;
  readonly reason: Bilingual;
}

export interface Matching {
  readonly groups: readonly MatchGroup[];
  readonly unmatched: readonly Unmatched[];
}

interface Payment {
  readonly received: PaymentReceived;
  readonly units: bigint;
  readonly payer: { readonly name: string | null; readonly account: string | null };
  readonly mentions: readonly Mention[];
}

type Judge = (payment: Payment, items: OpenItems) => Proposal | null;

interface Proposal {
  readonly rule: MatchRuleName;
  readonly items: readonly OpenItem[];
}

/** Never allocates more than a payment brought or an obligation lacks, and never across currencies. */
export function matchPayments(
  received: readonly PaymentReceived[],
  obligations: readonly OpenObligation[],
): Matching {
  invariant(new Set(received.map(({ id }) => id)).size === received.length, 'payments have ids of their own');
  const currencies = [...new Set(received.map(({ amount }) => amount.currency))].sort();
  const matched = currencies.map((currency) => {
    const same = ({ currency: other }: Money) => other === currency;
    return matchCurrency(
      received.filter(({ amount }) => same(amount)),
      obligations.filter(({ outstanding }) => same(outstanding)),
    );
  });
  return {
    groups: matched.flatMap(({ groups }) => groups),
    unmatched: matched.flatMap(({ unmatched }) => unmatched),
  };
}

function matchCurrency(
  received: readonly PaymentReceived[],
  obligations: readonly OpenObligation[],
): Matching {
  const items = new OpenItems(obligations);
  const waiting = [...received]
    .sort((a, b) => (a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? -1 : 1))
    .map((payment) => paymentOf(payment, items));
  const left = new Set(waiting.filter(({ units }) => units > 0n));
  const matches: PaymentMatch[] = [];
  const round = (judge: Judge): void => {
    for (const payment of [...left]) {
      const proposal = judge(payment, items);
      if (proposal === null) continue;
      matches.push(allocate(payment, proposal));
      left.delete(payment);
    }
  };
  round(namedExactly);
  round(named);
  items.indexAmounts();
  const rivals = rivalsAmong(left);
  round((payment) => byAmount(payment, items, rivals));
  round(namedWeakly);
  round(byPayer);
  const open = new Map(matches.map((match) => [match.entryId, match]));
  return {
    groups: groupsOf(matches, settledBy(matches, obligations)),
    unmatched: waiting.filter(({ received: { id } }) => !open.has(id)).map((payment) => unmatched(payment)),
  };
}

function paymentOf(received: PaymentReceived, items: OpenItems): Payment {
  const { amount, payerName, payerAccount, endToEndId, text } = received;
  return {
    received,
    units: minorUnits(amount),
    payer: { name: payerName, account: payerAccount },
    mentions: items.mentions([endToEndId ?? '', text ?? '']),
  };
}

function unmatched({ received, units, mentions }: Payment): Unmatched {
  const why = units <= 0n ? 'nothing_received' : mentions.length > 0 ? 'already_settled' : 'nothing_found';
  return { entryId: received.id, why, reason: UNMATCHED[why] };
}

/** Fills the items in the order given as far as the money goes. */
function allocate({ received, units }: Payment, { rule, items }: Proposal): PaymentMatch {
  const { currency } = received.amount;
  let left = units;
  const allocations = items.flatMap((item) => {
    const part = item.open < left ? item.open : left;
    if (part <= 0n) return [];
    item.open -= part;
    left -= part;
    return [{ obligationId: item.obligation.id, amount: moneyOf(part, currency) }];
  });
  invariant(allocations.length > 0, 'a match allocates something');
  return { entryId: received.id, allocations, remainder: moneyOf(left, currency), rule };
}

function unitsOpen(items: readonly OpenItem[]): bigint[] {
  return items.map(({ open }) => open);
}

function openSum(items: readonly OpenItem[]): bigint {
  return items.reduce((sum, { open }) => sum + open, 0n);
}

/** Items named without doubt. */
function namedItems({ mentions }: Payment): OpenItem[] {
  const clear = mentions.filter(({ likeness, strong }) => likeness === 'exact' && strong);
  return clear.map(({ item }) => item).filter(({ open }) => open > 0n);
}

const namedExactly: Judge = (payment) => {
  const items = namedItems(payment);
  if (items.length === 0 || openSum(items) !== payment.units) return null;
  return { rule: items.length === 1 ? 'reference' : 'references', items };
};

const named: Judge = (payment, open) => {
  const items = namedItems(payment);
  if (items.length === 0) return null;
  const isPayer = items.every((item) => open.agrees(payment.payer, item));
  if (openSum(items) > payment.units) return namedShort(payment, items, isPayer);
  if (!isPayer) return { rule: 'reference_other_payer', items };
  const others = open.ofPayer(payment.payer).filter((item) => !items.includes(item));
  const rest = combinationOf(unitsOpen(others), payment.units - openSum(items));
  if (rest?.unique === true && others.length <= MAX_CHANCE_FREE && strangers(payment).length === 0)
    return { rule: 'reference_completed', items: [...items, ...pick(others, rest.positions)] };
  return { rule: 'reference_over', items };
};

/** Less was paid than the items named lack. */
function namedShort({ units }: Payment, items: readonly OpenItem[], isPayer: boolean): Proposal {
  const sum = openSum(items);
  if (items.length > 1 && isPayer && (sum - units) * DEDUCTION_PARTS <= sum)
    return { rule: 'references_deducted', items };
  if (items.length === 1) return { rule: isPayer ? 'reference_part' : 'reference_other_payer', items };
  const some = combinationOf(unitsOpen(items), units);
  return { rule: 'reference_short', items: some === null ? items : pick(items, some.positions) };
}

/** A deduction such as a bank's fee: at most a thousandth of what was named. */
const DEDUCTION_PARTS = 1000n;

/** With so few items a combination hardly ever fits by chance. */
const MAX_CHANCE_FREE = 10;

function pick(items: readonly OpenItem[], positions: readonly number[]): OpenItem[] {
  return items.filter((_, position) => positions.includes(position));
}

/** How many waiting payments have one payer and one amount: they compete for the same items. */
function rivalsAmong(payments: ReadonlySet<Payment>): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { payer, units } of payments)
    for (const key of keysOf(payer)) counts.set(`${key} ${units}`, (counts.get(`${key} ${units}`) ?? 0) + 1);
  return counts;
}

function byAmount(payment: Payment, items: OpenItems, rivals: ReadonlyMap<string, number>): Proposal | null {
  const fitting = items.withAmount(payment.payer, payment.units);
  const [first] = fitting;
  if (first === undefined) return null;
  const meant = fitting.filter((item) => isMeant(payment, item));
  if (meant.length === 1) return { rule: 'reference_slip', items: meant };
  const alone =
    fitting.length === 1 &&
    keysOf(payment.payer).every((key) => (rivals.get(`${key} ${payment.units}`) ?? 0) <= 1);
  const sure = alone && !namesOther(payment);
  return { rule: sure ? 'amount_and_payer' : 'amount_unsure', items: [first] };
}

/** The text names this item, if only nearly. */
function isMeant({ mentions, received }: Payment, item: OpenItem): boolean {
  if (mentions.some((mention) => mention.item === item)) return true;
  const written = identifiersIn(received.text ?? '');
  return written.some((token) => item.keys.some((key) => isSlip(token, key)));
}

/** The text names something else than what fits: then an equal amount proves nothing. */
function namesOther(payment: Payment): boolean {
  return payment.mentions.length > 0 || strangers(payment).length > 0;
}

/** Numbers in the text that look like those of a document and lead to none of our items. */
function strangers({ mentions, received, payer }: Payment): string[] {
  const known = [plainName(payer.account ?? ''), ...mentions.map(({ key }) => key)];
  return identifiersIn(received.text ?? '').filter(
    (word) => !known.some((key) => key !== '' && (key.includes(word) || word.includes(key))),
  );
}

const namedWeakly: Judge = (payment, open) => {
  const items = payment.mentions
    .filter(({ item, strong }) => item.open > 0n && (strong || open.agrees(payment.payer, item)))
    .map(({ item }) => item);
  if (items.length > 0) return { rule: 'reference_weak', items };
  const near = open.ofPayer(payment.payer).filter((item) => isMeant(payment, item));
  return near.length === 1 ? { rule: 'reference_weak', items: near } : null;
};

const byPayer: Judge = (payment, open) => {
  const items = open.ofPayer(payment.payer);
  if (items.length === 0) return null;
  const byAccount = open.ofPayer({ name: null, account: payment.payer.account });
  const isAll =
    byAccount.length === items.length && items.length < MAX_OF_PAYER && openSum(items) === payment.units;
  if (isAll && !namesOther(payment)) return { rule: 'all_open_items', items };
  const some = combinationOf(unitsOpen(items), payment.units);
  return some === null
    ? { rule: 'payer_only', items }
    : { rule: 'combination', items: pick(items, some.positions) };
};

/** The obligations that the matches settle to the last unit. */
function settledBy(matches: readonly PaymentMatch[], obligations: readonly OpenObligation[]): Set<string> {
  const paid = new Map<string, bigint>();
  for (const { obligationId, amount } of matches.flatMap(({ allocations }) => allocations))
    paid.set(obligationId, (paid.get(obligationId) ?? 0n) + minorUnits(amount));
  return new Set(
    obligations.filter(({ id, outstanding }) => paid.get(id) === minorUnits(outstanding)).map(({ id }) => id),
  );
}
