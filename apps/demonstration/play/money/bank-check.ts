// Whether the platform has each movement of the bank once, after all that the bank told twice and in the wrong order.
import { addMoney, money, type Money, sumMoney } from '#kernel';
import type { FakeBank } from '../../bank/fake-bank';
import type { Client } from '../../client';
import type { Payout } from '../../money-steps';
import type { Companies } from '../company';
import { check } from '../expectation';
import type { Banks } from '../parts';
import { OPENING, same } from './payouts';

interface Payment {
  readonly amount: Money;
  readonly free: Money;
}
interface Page<Item> {
  readonly items: readonly Item[];
  readonly next: string | null;
}

/** @param net what came in less what went out, by account, as the statements of the deals say */
export async function checkTheBank(
  bank: FakeBank,
  { banks }: Banks,
  companies: Companies,
  net: ReadonlyMap<string, Money>,
) {
  let booked = 0;
  for (const { operations } of banks) {
    const client = await companies.signedIn(operations);
    const payments = await all<Payment>(client, '/payments');
    const open = payments.filter(({ free }) => Number(free.amount) !== 0);
    check(open.length === 0, 'every payment is used up', open);
    const paid = await all<Payout>(client, '/payouts?state=paid');
    booked += payments.length + paid.length;
  }
  const { movements, told } = bank.tally;
  check(booked === movements && told > movements * 2, 'each movement once', { booked, movements, told });
  const balances = [...net].map(([account, moved]) => {
    const balance = bank.balanceOf(account);
    check(same(balance, addMoney(money(OPENING, moved.currency), moved)), 'the bank’s own balance', {
      account,
      balance,
      moved,
    });
    return moved;
  });
  const currencies = [...new Set(balances.map(({ currency }) => currency))];
  const earned = currencies.map((currency) =>
    sumMoney(
      balances.filter((moved) => moved.currency === currency),
      currency,
    ),
  );
  return { movements, told, booked, accounts: net.size, earned };
}

async function all<Item>(client: Client, path: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let cursor: string | null = null;
  do {
    const query: string = `${path.includes('?') ? '&' : '?'}limit=200${cursor === null ? '' : `&cursor=${cursor}`}`;
    const page: Page<Item> = await client.get(`${path}${query}`);
    items.push(...page.items);
    cursor = page.next;
  } while (cursor !== null);
  return items;
}
