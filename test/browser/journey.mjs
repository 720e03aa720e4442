// The short way from an empty account to an accepted offer, in both languages, on a desk and on a phone, each deed by
// the person whose deed it is. Every press is counted: at most 25.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { HUADONG, invoicesOfToday } from './support/invoices.mjs';
import { textsOf } from './support/texts.mjs';
import { openWorld } from './support/world.mjs';

const MOST_PRESSES = 25;
const step = countSteps(test);
let world;
let browser;
const faults = [];

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const lineOf = (page, text) => page.locator('tbody > tr, .cards > li').filter({ hasText: text });

function journey(settings) {
  const { language, phone } = settings;
  const name = `${language}-${phone ? 'phone' : 'desk'}`;
  const invoices = invoicesOfToday();
  let presses = 0;
  let t;
  let supplier;
  let requestPath;
  const counted = (page) =>
    page
      .exposeFunction('pressed', () => (presses += 1))
      .then(() => page.addInitScript("addEventListener('pointerdown', () => pressed(), true)"));
  const person = (login) => browser.person(login, { ...settings, prepare: counted });
  const press = (page, key, values) =>
    page.getByRole('button', { name: t(key, values), exact: true }).click();
  const confirm = (page, key) =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t(key), exact: true })
      .click();
  const goTo = async (page, path) => {
    if (phone) await page.locator('.shell-top button').first().click();
    await page.locator(`nav.places a[href="${path}"]`).click();
    if (phone) await page.locator('.ant-drawer-content-wrapper').waitFor({ state: 'detached' });
  };
  const look = async (page, what) => {
    await picture(page, `journey-${name}-${what}`);
    faults.push(...(await faultsOf(page, `${what} (${name})`, { language })));
  };

  step(`${name}: the supplier uploads its invoice`, async () => {
    t = await textsOf(language);
    supplier = await person('mingyuan');
    await goTo(supplier, '/uploads');
    const text = invoices.text.split('\r\n').slice(0, 2).join('\r\n');
    const file = { name: invoices.name, mimeType: 'text/csv', buffer: Buffer.from(`${text}\r\n`) };
    await supplier.locator('input[type=file]').setInputFiles([file]);
    await press(supplier, 'receivables.send', { count: 1 });
    await lineOf(supplier, invoices.dated).getByText(t('receivables.outcome.accepted')).waitFor();
    await look(supplier, '1-uploaded');
  });

  step(`${name}: two people of the buyer confirm it`, async () => {
    const maker = await person('huadong.maker');
    await lineOf(maker, invoices.dated).getByRole('checkbox').check();
    await press(maker, 'receivables.confirmMany', { count: 1 });
    await look(maker, '2-confirm');
    await confirm(maker, 'receivables.confirm');
    await lineOf(maker, invoices.dated).getByText(t('receivables.awaitsColleague')).waitFor();
    const checker = await person('huadong.checker');
    await lineOf(checker, invoices.dated).getByRole('checkbox').check();
    await press(checker, 'receivables.approveMany', { count: 1 });
    await confirm(checker, 'receivables.approve');
    await lineOf(checker, invoices.dated).waitFor({ state: 'detached' });
  });

  step(`${name}: the supplier asks a bank for money`, async () => {
    await goTo(supplier, '/receivables');
    await lineOf(supplier, invoices.dated).getByRole('checkbox').check();
    await press(supplier, 'receivables.askForMoney', { count: 1 });
    await supplier.getByText('江南商业银行股份有限公司').click();
    await look(supplier, '3-request');
    await press(supplier, 'factoring.ask');
    await supplier.waitForURL(/requests\/[0-9a-f-]{36}/);
    requestPath = new URL(supplier.url()).pathname;
  });

  step(`${name}: the bank sees its headroom, and the true cost while it types`, async () => {
    const bank = await person('jiangnan');
    await look(bank, '4-market');
    await bank.locator(`a[href="${requestPath}"]`).click();
    await press(bank, 'factoring.offer');
    await bank.locator('#dialog_advanceRate').fill('50');
    await bank.locator('#dialog_rateAnnual').fill('3.6');
    await bank
      .getByText(/500,000\.00/)
      .first()
      .waitFor();
    await look(bank, '5-bid');
    await press(bank, 'factoring.sendOffer');
    await lineOf(bank, '(50%)').first().waitFor();
  });

  step(`${name}: the supplier accepts`, async () => {
    await supplier.reload();
    await supplier.getByText(t('factoring.netCash')).first().waitFor();
    await look(supplier, '6-offer');
    await press(supplier, 'factoring.accept');
    await look(supplier, '7-accept');
    await confirm(supplier, 'factoring.acceptYes');
    await supplier.waitForURL(/deals\/[0-9a-f-]{36}/);
    await supplier.getByText(t('factoring.stepNotified', { name: HUADONG })).waitFor();
    await look(supplier, '8-deal');
  });

  step(`${name}: with few presses`, () => {
    console.log(`${name}: ${presses} presses from the address to an accepted offer`);
    // A phone needs one more for each way through the menu.
    const more = phone ? 2 : 0;
    assert.ok(presses > 10 && presses <= MOST_PRESSES + more, `${presses} presses`);
  });
}

journey({ language: 'zh', phone: false });
journey({ language: 'en', phone: true });
journey({ language: 'en', phone: false });
journey({ language: 'zh', phone: true });

step('no screen on the way has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
