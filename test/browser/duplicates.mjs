// An invoice that resembles another is held: its supplier reads why and who can release it, the buyer's maker sees both
// sides, and the buyer's checker says why it is no duplicate.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { HUADONG, lookalikes } from './support/invoices.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const [first, again] = lookalikes();
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
  await picture(page, `duplicates-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the supplier reads that its invoice is held, why, and who can release it', async () => {
  const client = await signedIn(world.url, 'mingyuan');
  for (const { name, text } of [first, again]) await client.upload('/uploads', name, text);
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await lineOf(supplier, again.number).getByText('Held', { exact: true }).waitFor();
  await lineOf(supplier, again.number)
    .getByRole('button', { name: /Details|Open/ })
    .click();
  await supplier.getByText('Held out of financing: a similar invoice is known.').waitFor();
  await supplier
    .getByText(`${HUADONG} (whoever checks its answers) or the operator can release it.`)
    .waitFor();
  await supplier.getByText(`Resembles ${first.number}`).waitFor();
  await look(supplier, 'supplier', 'en');
});

step('the buyer’s maker sees both sides on a phone, in the dark, but cannot release it', async () => {
  const maker = await browser.person('huadong.maker', { language: 'zh', phone: true, dark: true });
  await maker.goto('/duplicates');
  const held = lineOf(maker, again.number);
  await held.getByText(`与 ${first.number} 相似`).first().waitFor();
  await held.locator('summary').click();
  await held.getByRole('columnheader', { name: '暂停的发票' }).waitFor();
  assert.equal(await held.getByRole('button', { name: '解除' }).count(), 0);
  await look(maker, 'maker-phone', 'zh');
});

step('the buyer’s checker compares and says why it is no duplicate', async () => {
  const checker = await browser.person('huadong.checker', { language: 'en' });
  await checker.locator('nav.places a[href="/duplicates"]').click();
  await lineOf(checker, again.number).getByRole('button', { name: 'Release' }).click();
  const form = checker.getByRole('dialog');
  await form.getByRole('cell', { name: first.number }).waitFor();
  await form.getByLabel('Why it is no duplicate').fill('A second delivery, note 17 is signed');
  await look(checker, 'clearance', 'en');
  await form.getByRole('button', { name: 'Release', exact: true }).click();
  await lineOf(checker, again.number).first().waitFor({ state: 'detached' });
});

step('the supplier reads who released it and why', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  const line = lineOf(supplier, again.number);
  await line.waitFor();
  assert.equal(await line.getByText('Held', { exact: true }).count(), 0);
  await line.getByRole('button', { name: /Details|Open/ }).click();
  await supplier.getByText(/A second delivery, note 17 is signed/).waitFor();
});

step('no screen has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
