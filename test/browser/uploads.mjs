// An upload as a person meets it: a plan with a refused row, corrected on the screen, applied as a whole and taken back;
// and the same of what a debtor owes.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { invoicesOfToday } from './support/invoices.mjs';
import { openWorld } from './support/world.mjs';

const step = countSteps(test);
const faults = [];
let world;
let browser;
let supplier;
let maker;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

/** Two invoices, the total of the first is not the sum of its parts. */
function wrongSum() {
  const { dated, name, text } = invoicesOfToday();
  return { number: dated, name, text: text.replace('1000000.00,1000000.00', '1000001.00,1000000.00') };
}

const lineOf = (page, text) => page.locator('tbody > tr, .cards > li').filter({ hasText: text });
const look = async (page, what, language) => {
  await picture(page, `uploads-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};
const choose = (page, { name, text }) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

step('the supplier has a plan with a refused row, and looks at what is refused', async () => {
  supplier = await browser.person('mingyuan', { language: 'en' });
  await supplier.goto('/uploads');
  const sent = wrongSum();
  await choose(supplier, sent);
  await supplier.getByRole('button', { name: 'Show the plan first' }).click();
  await supplier.getByText('Not all can be applied: 1 invoice is refused.').waitFor();
  await supplier.getByText('Refused 1', { exact: true }).click();
  await lineOf(supplier, sent.number).getByText('but its parts make 1000000').waitFor();
  await look(supplier, 'plan', 'en');
});

step('corrects it on the screen, and applies the corrected plan as a whole', async () => {
  await supplier.getByRole('link', { name: 'Correct here' }).click();
  await supplier.getByLabel('价税合计').fill('1000000.00');
  await look(supplier, 'correct', 'en');
  await supplier.getByRole('button', { name: 'Check 1 corrected invoice' }).click();
  await supplier.getByRole('button', { name: 'Apply all' }).click();
  await supplier.getByRole('button', { name: 'Undo the upload' }).waitFor();
});

step('takes it back, and finds it undone among the uploads', async () => {
  await supplier.getByRole('button', { name: 'Undo the upload' }).click();
  const dialog = supplier.getByRole('dialog');
  await dialog.getByText('1 receivable will be taken back').waitFor();
  await look(supplier, 'undo', 'en');
  await dialog.getByRole('button', { name: 'Undo the upload' }).click();
  await supplier.getByText('This upload was undone.').waitFor();
  await supplier.getByRole('link', { name: 'Upload more' }).click();
  await lineOf(supplier, 'corrected.csv').getByText('Undone', { exact: true }).waitFor();
  await look(supplier, 'list', 'en');
});

step('the buyer’s maker corrects what it owes the same way, on a telephone in the dark', async () => {
  maker = await browser.person('huadong.maker', { language: 'zh', phone: true, dark: true });
  await maker.goto('/payables');
  await choose(maker, wrongSum());
  await maker.getByRole('button', { name: '先看计划' }).click();
  await maker.getByRole('link', { name: '在此更正' }).click();
  const card = maker.locator('.ant-card').filter({ hasText: 'BT-112' });
  await card.getByLabel('价税合计').fill('1000000.00');
  await look(maker, 'payables-correct', 'zh');
  await maker.getByRole('button', { name: '核验已更正的 1 张发票' }).click();
  await maker.getByRole('button', { name: '全部应用' }).waitFor();
});

step('no page complained, and none has a fault', () => {
  assert.deepEqual(browser.complaints, []);
  assert.deepEqual(faults, []);
});
