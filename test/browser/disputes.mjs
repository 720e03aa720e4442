// A buyer confirms half of an invoice; both sides bring their evidence to the dispute on its page, each sees whose a file
// is and has it as it was, and the buyer closes it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { invoicesOfToday } from './support/invoices.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const faults = [];
let world;
let browser;
let place;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  const supplier = await signedIn(world.url, 'mingyuan');
  const { name, text } = invoicesOfToday();
  const { outcomes } = await supplier.upload('/uploads', name, text);
  const id = outcomes[0].receivableId;
  const confirmedAmount = { amount: '1000.00', currency: 'CNY' };
  const maker = await signedIn(world.url, 'huadong.maker');
  const proposed = await maker.post('/confirmations', {
    items: [{ receivableId: id, decision: 'dispute', confirmedAmount, reason: 'quality', note: '有锈' }],
  });
  const [{ confirmationId }] = proposed.items;
  const checker = await signedIn(world.url, 'huadong.checker');
  await checker.post('/confirmations/checks', { items: [{ confirmationId, decision: 'approve' }] });
  const disputes = await supplier.get(`/disputes?receivableId=${id}`);
  place = `/disputes/${disputes.items[0].id}`;
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const file = (name, text) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
const look = async (page, what, language) => {
  await page.mouse.move(0, 0);
  await picture(page, `disputes-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the supplier brings its delivery note, and an empty file is refused', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await supplier.goto(place);
  await supplier.getByText('No file was added yet.').waitFor();
  const choose = supplier.locator('input[type=file]');
  await choose.setInputFiles(file('nothing.txt', ''));
  await supplier.getByText('receivables.dispute_file_empty').waitFor();
  await choose.setInputFiles(file('note.txt', 'all twenty crates'));
  await supplier.getByText('From the supplier').waitFor();
  await look(supplier, 'supplier', 'en');
});

step('the buyer has it as it was, adds a photograph on a telephone, and closes the dispute', async () => {
  const buyer = await browser.person('huadong.maker', { language: 'zh', phone: true, dark: true });
  await buyer.goto(place);
  await buyer.getByText('供应商提交').waitFor();
  const [download] = await Promise.all([
    buyer.waitForEvent('download'),
    buyer.getByRole('link', { name: 'note.txt' }).click(),
  ]);
  assert.equal(readFileSync(await download.path(), 'utf8'), 'all twenty crates');
  await buyer.locator('input[type=file]').setInputFiles(file('rust.txt', 'a picture of rust'));
  await buyer.getByText('买方提交').waitFor();
  await look(buyer, 'buyer', 'zh');
  await buyer.getByRole('button', { name: /^关\s*闭$/ }).click();
  const dialog = buyer.getByRole('dialog');
  await dialog.getByRole('combobox').click();
  await buyer.locator('.ant-select-item-option').first().click();
  await dialog
    .getByRole('button', { name: /关\s*闭$/ })
    .last()
    .click();
  await dialog.waitFor({ state: 'detached' });
  await buyer.locator('input[type=file]').waitFor({ state: 'detached' });
});

step('every screen was sound', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(browser.complaints, []);
});
