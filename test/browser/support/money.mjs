// What a story about money starts from: a deal that was made over HTTP as its people would make it, and files as a bank
// writes them.
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { PASSWORD } from './world.mjs';

const require = createRequire(import.meta.url);
const built = (path) => require(fileURLToPath(new URL(`../../../dist/${path}`, import.meta.url)));
const { Client } = built('apps/demonstration/client.js');
const { ask, bid, confirm, upload } = built('apps/demonstration/steps.js');
const { writeCamt053 } = built('libs/settlement/src/formats/camt053-writer.js');

const DAY_MS = 86_400_000;
const yuan = (amount) => ({ amount, currency: 'CNY' });
const dayText = (at) => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(at);

export const signIn = (url, login) => new Client(url).signIn(login, PASSWORD);

/** A second person of the same organisation and roles; answers the login. */
export async function addColleague(url, login) {
  const operator = await signIn(url, 'operator');
  const { user, organisation, roles } = await (await signIn(url, login)).get('/auth/me');
  const second = `${login}.${Date.now().toString(36)}`;
  await operator.post('/users', {
    ...{ login: second, name: `${user.name}二`, organisationId: organisation.id, roles, password: PASSWORD },
  });
  return second;
}

/** An account of the person's organisation, verified by the operator; answers its number. */
export async function addAccount(url, login, holderName) {
  const owner = await signIn(url, login);
  const { organisation } = await owner.get('/auth/me');
  const accountNumber = newAccountNumber();
  const { id } = await owner.post(`/organisations/${organisation.id}/accounts`, {
    ...{ accountNumber, holderName, currency: 'CNY', purposes: ['payout', 'collection'] },
    ...{ bankName: '中国工商银行苏州分行', bankCode: '102100099996' },
  });
  const operator = await signIn(url, 'operator');
  await operator.post(`/accounts/${id}/verification`, { decision: 'verified', reason: '电话核实' });
  return accountNumber;
}

export const newAccountNumber = () =>
  `6222${String(Date.now()).slice(-10)}${String(Math.random()).slice(2, 6)}`;

/** What the supplier uploaded under this invoice number, confirmed by the debtor's two people. */
export async function confirmUploaded(url, invoiceNumber, { supplier, maker, checker }) {
  const { items } = await (await signIn(url, supplier)).get(`/receivables?q=${invoiceNumber}`);
  const receivables = items.map(({ id }) => id);
  await confirm(await signIn(url, maker), await signIn(url, checker), receivables);
}

/** Uploaded, confirmed, asked for, offered and accepted; answers the id of the deal. */
export async function makeDeal(url, { supplier, maker, checker, financier, invoices, numbers }) {
  const seller = await signIn(url, supplier);
  const bytes = Buffer.from(invoices.text, 'utf8');
  const outcomes = await upload(seller, [{ name: invoices.name, bytes }]);
  const receivables = outcomes
    .filter(({ invoiceNumber }) => numbers.includes(invoiceNumber))
    .map(({ receivableId }) => receivableId);
  for (const id of receivables) {
    const { state } = await seller.get(`/receivables/${id}`);
    if (state === 'draft') await seller.post(`/receivables/${id}/terms`, { paymentTermsDays: 60 });
  }
  await confirm(await signIn(url, maker), await signIn(url, checker), receivables);
  const lender = await signIn(url, financier);
  const { organisation } = await lender.get('/auth/me');
  const request = await ask(seller, receivables, [organisation.id]);
  const offer = await bid(lender, request.id, {
    ...{ advanceRate: '0.9', rateAnnual: '0.045', recourse: 'with' },
    fees: [{ name: '手续费', amount: yuan('500.00') }],
    validUntil: new Date(Date.now() + 3 * DAY_MS).toISOString(),
  });
  const { id } = await seller.post(`/offers/${offer.id}/acceptance`, {});
  return id;
}

/**
 * A day's statement of one account.
 * @param told signed amounts with what the bank says of each: endToEndId, counterpartyName, text
 */
export function bankStatement(account, ...told) {
  const today = dayText(new Date());
  const entries = told.map((one) => ({
    ...{ bookingDate: today, valueDate: today, servicerReference: randomUUID().slice(0, 18) },
    ...{ endToEndId: null, counterpartyName: null, counterpartyAccount: null, text: null },
    ...one,
    amount: yuan(one.amount),
  }));
  const text = writeCamt053({
    ...{ messageId: randomUUID().slice(0, 30), createdAt: new Date(), account, ownerName: 'account owner' },
    ...{ currency: 'CNY', entries, from: today, to: today, openingBalance: yuan('8000000.00') },
  });
  return { name: `camt053-${randomUUID().slice(0, 8)}.xml`, mimeType: 'text/xml', buffer: Buffer.from(text) };
}
