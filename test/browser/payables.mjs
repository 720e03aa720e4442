// A debtor uploads what it owes: plan, apply, a colleague approves; the supplier finds it confirmed, with the evidence's
// grade and the debtor's habit of answering. The maker confirms one alone with the number of its order.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { invoicesOfToday } from './support/invoices.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const owed = invoicesOfToday();
const asked = invoicesOfToday();
const faults = [];
let world;
let browser;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const lineOf = (page, text) => page.locator('tbody > tr, .cards > li').filter({ hasText: text });
const look = async (page, what, language) => {
  await picture(page, `payables-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the maker uploads a payable as a plan, and applies its good rows', async () => {
  const maker = await browser.person('huadong.maker', { language: 'en' });
  await maker.goto('/payables');
  await maker.getByText('An uploaded payable is your confirmation.').waitFor();
  await look(maker, 'empty', 'en');
  const buffer = Buffer.from(owed.text);
  await maker.locator('input[type=file]').setInputFiles({ name: owed.name, mimeType: 'text/csv', buffer });
  await maker.getByRole('button', { name: 'Show the plan first' }).click();
  await maker.getByText('It is not said when this invoice will be paid.').waitFor();
  await look(maker, 'plan', 'en');
  await maker.getByRole('button', { name: 'Apply only the good rows' }).click();
  await maker.getByRole('button', { name: 'Apply only the good rows' }).waitFor({ state: 'detached' });
});

step('a colleague approves it, on a telephone in the dark', async () => {
  const checker = await browser.person('huadong.checker', { language: 'zh', phone: true, dark: true });
  await checker.goto('/confirmations?task=awaiting_check');
  const line = lineOf(checker, owed.dated);
  await line.getByText('本单位上传').waitFor();
  await look(checker, 'queue', 'zh');
  await line.getByRole('checkbox').check();
  await checker.getByRole('button', { name: /^同意/ }).click();
  await checker.getByRole('dialog').getByRole('button').last().click();
  await line.waitFor({ state: 'detached' });
});

step('the supplier finds it confirmed', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await supplier.goto(`/receivables?q=${owed.dated}`);
  const line = lineOf(supplier, owed.dated);
  await line.getByRole('button', { name: /Details|Open/ }).click();
  await supplier.getByText('uploaded by the buyer', { exact: true }).waitFor();
  await supplier.getByText('How the buyer answers').waitFor();
  await look(supplier, 'receivable', 'en');
});

step('the maker confirms one alone with the number of its order', async () => {
  const supplier = await signedIn(world.url, 'mingyuan');
  await supplier.upload('/uploads', asked.name, asked.text);
  const maker = await browser.person('huadong.maker', { language: 'en' });
  await maker.goto('/confirmations?task=open');
  await lineOf(maker, asked.dated).getByRole('checkbox').check();
  await maker.getByRole('button', { name: 'Confirm 1' }).click();
  await maker.getByLabel('Number of your order').fill('PO-4711');
  await maker.getByLabel('Our contract with the supplier forbids assignment').check();
  await look(maker, 'confirm', 'en');
  await maker.getByRole('dialog').getByRole('button', { name: 'Confirm' }).click();
  await lineOf(maker, asked.dated).waitFor({ state: 'detached' });
});

step('no page complained, and none has a fault', () => {
  assert.deepEqual(browser.complaints, []);
  assert.deepEqual(faults, []);
});
