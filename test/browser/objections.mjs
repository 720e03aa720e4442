// A registration is objected to, the case is shown, and the objection is withdrawn; another one is struck by court order,
// which takes two people of the operator.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const faults = [];
let world;
let browser;
let filings;

const machine = (organisationId, description) => ({
  category: 'equipment_mortgage',
  grantors: [{ organisationId, legalName: '苏州明远精密机械有限公司' }],
  securedParties: [{ legalName: '某某银行股份有限公司' }],
  collateral: [{ description }],
  termMonths: 12,
});

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  const { organisation } = await (await signedIn(world.url, 'mingyuan')).get('/auth/me');
  const lawyer = await signedIn(world.url, 'lawyer');
  const file = (what) => lawyer.post('/registrations', machine(organisation.id, what));
  filings = [await file('OB-1, SN 4711-2025'), await file('OB-2, SN 4712-2025')];
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const document = { name: 'order.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 order') };
const look = async (page, what, language) => {
  await picture(page, `objections-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};
const day = async (form, label, text) => {
  await form.getByLabel(label).fill(text);
  await form.getByLabel(label).press('Enter');
};

step('the grantor objects on the page of the registration, and shows the case', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await supplier.goto(`/registrations/${filings[0].id}`);
  await supplier.getByText('Nobody objects to this registration.').waitFor();
  await supplier.getByRole('button', { name: 'Object', exact: true }).click();
  const form = supplier.getByRole('dialog');
  await form.getByLabel('What is wrong with it').fill('OB-1: 2025-11-01, 4711');
  await form.locator('input[type=file]').setInputFiles(document);
  await look(supplier, 'form', 'en');
  await form.getByRole('button', { name: 'Object', exact: true }).click();
  await supplier.getByText('OB-1: 2025-11-01, 4711').waitFor();
  await supplier.getByText('Evidence order.pdf').waitFor();
  await look(supplier, 'registration', 'en');
  await supplier.getByRole('button', { name: 'Prove a case' }).click();
  await form.getByLabel('Court or tribunal').fill('Shanghai Financial Court');
  await form.getByLabel('Number of the case').fill('2026-74-1');
  await day(form, 'Taken on', '2026-01-05');
  await form.getByRole('button', { name: 'Prove a case' }).click();
  await supplier.getByText('Lawsuit · Shanghai Financial Court · 2026-74-1').waitFor();
});

step('whoever searches sees the objection, and the filer sees it in the list', async () => {
  const lawyer = await browser.person('lawyer', { language: 'zh' });
  await lawyer.goto('/objections?state=proved');
  await lawyer.getByText(filings[0].number).waitFor();
  await look(lawyer, 'list', 'zh');
  const terms = { by: 'number', number: filings[0].number };
  const { id } = await (await signedIn(world.url, 'lawyer')).post('/searches', terms);
  await lawyer.goto(`/searches/${id}`);
  await lawyer.getByText('该登记存在异议').waitFor();
});

step('the objector withdraws, on a phone', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en', phone: true, dark: true });
  await supplier.goto('/objections?state=proved');
  await supplier.getByRole('button', { name: 'Withdraw' }).click();
  const form = supplier.getByRole('dialog');
  await form.getByLabel('Reason').fill('Settled');
  await look(supplier, 'withdrawal-phone', 'en');
  await form.getByRole('button', { name: 'Withdraw' }).click();
  await supplier.getByText('No objection is in court.').waitFor();
});

step('one operator enters the order of a court, another strikes the registration', async () => {
  const maker = await browser.person('operator', { language: 'en' });
  await maker.goto(`/registrations/${filings[1].id}`);
  await maker.getByRole('button', { name: 'Strike by court order' }).click();
  const form = maker.getByRole('dialog');
  await form.getByLabel('Court', { exact: true }).fill('Shanghai Financial Court');
  await form.getByLabel('Number of the order').fill('2026-74-2');
  await day(form, 'Day of the order', '2026-01-05');
  await form.locator('input[type=file]').setInputFiles(document);
  await look(maker, 'order', 'en');
  await form.getByRole('button', { name: 'Strike by court order' }).click();
  await form.waitFor({ state: 'detached' });
  await maker.goto('/objections');
  await maker.getByText('a colleague decides').waitFor();
  const checker = await browser.person('operator.two', { language: 'zh' });
  await checker.goto('/objections');
  await checker.getByRole('button', { name: '复核', exact: true }).click();
  await look(checker, 'decision', 'zh');
  await checker.getByRole('dialog').getByRole('button', { name: '撤销登记' }).click();
  await checker.getByText('已撤销').first().waitFor();
});

step('no screen has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
