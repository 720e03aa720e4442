// What a newcomer finds: verified bank accounts, banks with limits, a supplier with confirmed receivables, and a request
// with two offers.
import { addDays, type LocalDate, money, startOfDay } from '#kernel';
import { ACCOUNTS, castOrganisation, DEMO_PASSWORD } from './cast';
import type { Client } from './client';
import { invoicesUploaded } from './invoices-to-try';
import { verifiedAccount } from './money-steps';
import type { Settled } from './people';
import { ask, bid, confirm, setLimit, upload } from './steps';

const LIMITS: readonly (readonly [string, string, string])[] = [
  ['jiangnan.risk', 'huadong', '5000000.00'],
  ['jiangnan.risk', 'nanfang', '3000000.00'],
  ['huitong.risk', 'huadong', '3000000.00'],
  ['huitong.risk', 'nanfang', '2000000.00'],
];

export async function openingScene({ anyone, operator, ids }: Settled, today: LocalDate): Promise<void> {
  const as = (login: string): Promise<Client> => anyone.signIn(login, DEMO_PASSWORD);
  const idOf = (key: string) => ids.get(key) ?? '';
  for (const [officer, debtor, limit] of LIMITS)
    await setLimit(
      await as(officer),
      idOf(debtor),
      money(limit, 'CNY'),
      `demonstration:${officer}:${debtor}`,
    );

  for (const [key, proposer, accountNumber, purposes] of ACCOUNTS) {
    const account = { accountNumber, holderName: castOrganisation(key).legalName, currency: 'CNY', purposes };
    const name = `demonstration:account:${key}`;
    await verifiedAccount(await as(proposer), operator, idOf(key), account, name);
  }

  const supplier = await as('mingyuan');
  const files = invoicesUploaded(today).map(({ name, text }) => ({
    name,
    bytes: new TextEncoder().encode(text),
  }));
  const outcomes = await upload(supplier, files);
  const [first, second] = outcomes.flatMap(({ receivableId }) => receivableId ?? []);
  if (!first || !second) throw new Error('The demonstration invoices were not taken.');
  await confirm(await as('huadong.maker'), await as('huadong.checker'), [first, second]);
  const request = await ask(supplier, [first, second], [idOf('jiangnan'), idOf('huitong')]);
  const validUntil = startOfDay(addDays(today, 6)).toISOString();
  await bid(await as('jiangnan'), request.id, {
    advanceRate: '0.9',
    rateAnnual: '0.0385',
    recourse: 'with',
    validUntil,
  });
  await bid(await as('huitong'), request.id, {
    advanceRate: '0.95',
    rateAnnual: '0.062',
    recourse: 'without',
    surplusTo: 'supplier',
    validUntil,
  });
}
