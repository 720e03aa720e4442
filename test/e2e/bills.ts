// Invoices that the tests invent, and the short way from a bill to a receivable that can be financed.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localDate, money } from '#kernel';
import { castOrganisation } from '../../apps/demonstration/cast';
import type { UploadFile } from '../../apps/demonstration/client';
import { ublInvoice } from '../../apps/demonstration/invoice-text';
import { confirm, type Outcome, upload } from '../../apps/demonstration/steps';
import type { World } from './world';

export interface Bill {
  readonly number: string;
  readonly seller: string;
  readonly buyer: string;
  /** Without the 13 % tax that is added. */
  readonly net: string;
  readonly currency: string;
  readonly issued: string;
  readonly due: string | null;
}

const USUAL: Bill = {
  number: '',
  seller: 'mingyuan',
  buyer: 'huadong',
  net: '100000.00',
  currency: 'CNY',
  issued: '2026-11-02',
  due: '2027-02-01',
};

export const file = (name: string, content: string | Uint8Array): UploadFile => ({
  name,
  bytes: typeof content === 'string' ? new TextEncoder().encode(content) : new Uint8Array(content),
});

export function billFile(change: Partial<Bill> & Pick<Bill, 'number'>): UploadFile {
  const { number, seller, buyer, net, currency, issued, due } = { ...USUAL, ...change };
  return file(
    `${number}.xml`,
    ublInvoice({
      number,
      seller: castOrganisation(seller),
      buyer: castOrganisation(buyer),
      issueDate: localDate(issued),
      dueDate: due === null ? null : localDate(due),
      item: '机加工件',
      net: money(net, currency),
    }),
  );
}

export const sample = (name: string): UploadFile =>
  file(name, readFileSync(join(__dirname, '../samples', name)));

/** The sample CSV with these rows instead of its own. */
export function csvFile(name: string, rows: readonly string[]): UploadFile {
  const [heading = ''] = new TextDecoder().decode(sample('invoices.csv').bytes).split(/\r?\n/);
  return file(name, `\uFEFF${[heading.replace('\uFEFF', ''), ...rows].join('\n')}\n`);
}

/** A row of the CSV template for a bill whose gross amount is given. */
export function csvRow(bill: Partial<Bill> & Pick<Bill, 'number'>, gross: string): string {
  const { number, seller, buyer, issued, due, currency } = { ...USUAL, ...bill };
  const [from, to] = [castOrganisation(seller), castOrganisation(buyer)];
  const parties = [from.legalName, from.uscc, to.legalName, to.uscc];
  return [
    number,
    '380',
    issued,
    due ?? '',
    '合同约定付款',
    currency,
    ...parties,
    gross,
    '0.00',
    gross,
    gross,
  ].join(',');
}

/** The rules of the reasons that do not say in both languages what is wrong and what to do. */
export const silentReasons = (reasons: Outcome['reasons']): string[] =>
  reasons
    .filter(
      ({ message, fix }) =>
        ![message, fix].every(({ en, zh }) => /[a-z]/.test(en) && /\p{Script=Han}/u.test(zh)),
    )
    .map(({ rule }) => rule);

/** The receivables of files that must all be taken, in order. */
export async function uploaded(world: World, login: string, files: readonly UploadFile[]): Promise<string[]> {
  const outcomes = await upload(await world.client(login), files);
  return outcomes.map(({ receivableId, outcome, reasons }) => {
    if (receivableId === null || outcome !== 'accepted')
      throw new Error(`${outcome}: ${reasons.map(({ message }) => message.en).join(' ')}`);
    return receivableId;
  });
}

export async function confirmed(
  world: World,
  ids: readonly string[],
  debtor: 'huadong' | 'nanfang' = 'huadong',
): Promise<void> {
  await confirm(await world.client(`${debtor}.maker`), await world.client(`${debtor}.checker`), ids);
}

/** One receivable, uploaded by its seller and confirmed by its buyer. */
export async function confirmedBill(
  world: World,
  bill: Partial<Bill> & Pick<Bill, 'number'>,
): Promise<string> {
  const { seller, buyer } = { ...USUAL, ...bill };
  const [id = ''] = await uploaded(world, seller, [billFile(bill)]);
  await confirmed(world, [id], buyer === 'nanfang' ? 'nanfang' : 'huadong');
  return id;
}
