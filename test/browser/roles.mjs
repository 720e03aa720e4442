// The other roles, in English: each finds its screen and can do its deed; the supplier on a phone, and in the dark.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { openWorld } from './support/world.mjs';

const step = countSteps(test);
const run = Date.now().toString(36);
const english = { language: 'en' };
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

const rowOf = (page, text) => page.getByRole('row').filter({ hasText: text });
const goTo = (page, place) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
const press = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();

step('a wrong password is refused with what to do', async () => {
  const page = await browser.stranger();
  await page.getByLabel('Login').fill('mingyuan');
  await page.getByLabel('Password', { exact: true }).fill('not the password');
  await press(page, 'Sign in');
  await page.getByRole('alert').waitFor();
  await picture(page, 'en-01-refused');
  await press(page, '中文');
  await page.getByRole('heading', { name: '登录' }).waitFor();
  assert.equal(await page.evaluate('document.documentElement.lang'), 'zh-CN');
});

step('the operator takes on an organisation, and a wrong number is refused beside its field', async () => {
  const operator = await browser.person('operator', english);
  await picture(operator, 'en-02-organisations');
  await press(operator, /Take on an organisation/);
  await operator.getByLabel('Legal name').fill(`Tongli Parts ${run}`);
  await operator.getByRole('dialog').getByLabel('Takes part as').click();
  await operator.getByTitle('Core enterprise').click();
  await operator.keyboard.press('Escape');
  await operator.getByLabel('Number', { exact: true }).fill('91320500MAD7MY018X');
  await press(operator, 'Save');
  await operator.getByRole('dialog').getByText(/check/i).first().waitFor();
  await picture(operator, 'en-03-onboarding-refused');
  await press(operator, 'Cancel');
  for (const place of ['Users', 'Parameters', 'Working days', 'Record of deeds']) {
    await goTo(operator, place);
    await operator.getByRole('row').nth(1).waitFor();
    await picture(operator, `en-04-${place.toLowerCase().replace(/ /g, '-')}`);
  }
});

step('the operator sets a parameter from a day on', async () => {
  const operator = await browser.person('operator', english);
  await goTo(operator, 'Parameters');
  await rowOf(operator, 'factoring.request_open_days')
    .getByRole('button', { name: 'Set a new value' })
    .click();
  await operator.getByLabel('Value').fill('10');
  await operator.getByLabel('In force from').fill('2199-01-01');
  await operator.keyboard.press('Enter');
  await operator.getByLabel('Source').fill('Decision of the board');
  await press(operator, 'Save');
  await operator.getByText('The value is recorded.').waitFor();
});

step('a risk officer changes a limit', async () => {
  const officer = await browser.person('jiangnan.risk', english);
  await goTo(officer, 'Limits and exposure');
  await rowOf(officer, '南方电网').getByRole('button', { name: 'Change' }).click();
  await officer.getByLabel('How much the buyer may owe').fill('3,500,000.00');
  await press(officer, 'Save');
  await rowOf(officer, '南方电网').getByText('CNY 3,500,000.00').first().waitFor();
  await picture(officer, 'en-05-limits');
});

step('a registry user files a registration and finds it by the grantor’s name', async () => {
  const lawyer = await browser.person('lawyer', english);
  const grantor = `Hengda Forging Works ${run}`;
  await lawyer.getByRole('link', { name: 'File a registration' }).first().click();
  await lawyer.getByLabel('Legal name').first().fill(grantor);
  await lawyer
    .getByLabel('Description that reasonably identifies it')
    .fill('Two forging presses, serial 4711 and 4712');
  await picture(lawyer, 'en-06-filing-form');
  await press(lawyer, 'File a registration');
  await press(lawyer, 'File it');
  await lawyer.getByText('Two forging presses').waitFor();
  await picture(lawyer, 'en-07-registration');
  await goTo(lawyer, 'Search the register');
  await lawyer.getByRole('textbox', { name: 'Grantor’s name' }).fill(grantor);
  await press(lawyer, /Search$/);
  await lawyer.getByText('The grantor has exactly this name.').waitFor();
  await picture(lawyer, 'en-08-certificate');
  await lawyer.emulateMedia({ media: 'print' });
  await picture(lawyer, 'en-09-certificate-print');
});

step('a supplier compares offers on a phone', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en', phone: true });
  await picture(supplier, 'en-10-phone-receivables');
  await press(supplier, 'Open the menu');
  await supplier.getByRole('link', { name: 'Financing requests' }).click();
  await supplier.getByRole('link', { name: 'Open', exact: true }).last().click();
  await supplier.getByText('Lowest cost per year').waitFor();
  await picture(supplier, 'en-11-phone-comparison');
  const wider = await supplier.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wider, false, 'the page is wider than the phone');
});

step('the same in the dark', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en', dark: true });
  await goTo(supplier, 'Financing requests');
  await supplier.getByRole('link', { name: 'Open', exact: true }).last().click();
  await supplier.getByText('Lowest cost per year').waitFor();
  await picture(supplier, 'en-12-dark-comparison');
  await press(supplier, /^Your account/);
  await supplier.getByText('Sign out').click();
  await supplier.getByRole('heading', { name: 'Sign in' }).waitFor();
});

step('no page complained', () => assert.deepEqual(browser.complaints, []));
