// The life of a registration on screens: its filer amends it, certifies the amendment, reads the past, gives its bank a code by
// which the bank extends it, and ends it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const faults = [];
let world;
let browser;
let filing;
let code;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  const { organisation: bank } = await (await signedIn(world.url, 'jiangnan')).get('/auth/me');
  filing = await (
    await signedIn(world.url, 'lawyer')
  ).post('/registrations', {
    category: 'equipment_mortgage',
    grantors: [{ legalName: '苏州工业园区长风机械有限公司' }],
    securedParties: [
      { legalName: '长江租赁有限公司' },
      { legalName: bank.legalName, organisationId: bank.id },
    ],
    collateral: [{ description: '数控机床 CF-2026-18' }],
    termMonths: 12,
  });
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const look = async (page, what, language) => {
  await picture(page, `amendment-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the filer amends it: a renamed grantor, one more machine', async () => {
  const lawyer = await browser.person('lawyer', { language: 'en' });
  await lawyer.goto(`/registrations/${filing.id}`);
  await lawyer.getByRole('link', { name: 'Amend', exact: true }).click();
  await lawyer.getByLabel('Legal name').first().fill('苏州工业园区远航机械有限公司');
  await lawyer.getByRole('button', { name: 'Another item' }).click();
  await lawyer.getByLabel('Description that reasonably identifies it').nth(1).fill('激光切割机 YH-77');
  await lawyer.getByRole('textbox', { name: /Reason$/ }).fill('更名并增加设备');
  await look(lawyer, 'form', 'en');
  await lawyer.getByRole('button', { name: 'Amend', exact: true }).click();
  await lawyer.getByRole('dialog').getByRole('button', { name: 'Amend', exact: true }).click();
  await lawyer.getByText('更名并增加设备').waitFor();
  await lawyer.getByText('Collateral 2').first().waitFor();
  await look(lawyer, 'history', 'en');
  await lawyer.getByRole('button', { name: 'Certificate' }).nth(1).click();
  await lawyer.getByText('Certificate of amendment').waitFor();
});

step('the filer takes a modification code, which is shown once', async () => {
  const lawyer = await browser.person('lawyer', { language: 'zh' });
  await lawyer.goto(`/registrations/${filing.id}`);
  await lawyer.getByRole('button', { name: '修改码' }).click();
  const dialog = lawyer.getByRole('dialog');
  await dialog.getByRole('button', { name: '取得新修改码' }).click();
  code = await dialog.locator('code').innerText();
  assert.match(code, /^([0-9A-Z]{4}-){3}[0-9A-Z]{4}$/);
  await look(lawyer, 'code', 'zh');
  await dialog
    .getByRole('button', { name: /^关 ?闭$/ })
    .last()
    .click();
  assert.equal(await lawyer.getByText(code).count(), 0);
});

step('the bank extends it by the code, and by no other, on a phone in the dark', async () => {
  const bank = await browser.person('jiangnan', { language: 'en', phone: true, dark: true });
  await bank.goto(`/registrations/${filing.id}`);
  await bank.getByRole('button', { name: 'Extend' }).click();
  const dialog = bank.getByRole('dialog');
  await dialog.getByLabel('Reason').fill('银行代办展期');
  await dialog.getByLabel('Modification code').fill('0000-0000-0000-0000');
  await dialog.getByRole('button', { name: 'Extend' }).click();
  await dialog.getByText('This is not the modification code of the registration.').waitFor();
  await look(bank, 'code-asked', 'en');
  await dialog.getByLabel('Modification code').fill(code.toLowerCase());
  await dialog.getByRole('button', { name: 'Extend' }).click();
  await bank.getByText('银行代办展期').waitFor();
});

step('it is extended and cancelled, in Chinese on a phone in the dark, and takes no more', async () => {
  const lawyer = await browser.person('lawyer', { language: 'zh', phone: true, dark: true });
  await lawyer.goto(`/registrations/${filing.id}`);
  await lawyer
    .getByRole('button', { name: '展 期' })
    .or(lawyer.getByRole('button', { name: '展期' }))
    .click();
  await lawyer.getByRole('dialog').getByLabel('事由').fill('租期延长');
  await lawyer
    .getByRole('dialog')
    .getByRole('button', { name: /^展 ?期$/ })
    .click();
  await lawyer.getByText('租期延长').waitFor();
  await lawyer.getByRole('button', { name: '注销登记' }).click();
  const form = lawyer.getByRole('dialog');
  await form.getByRole('textbox').fill('债务已清偿');
  await form.getByRole('button', { name: '注销登记' }).click();
  await lawyer.getByText('债务已清偿').waitFor();
  await lawyer.getByText('已注销').first().waitFor();
  assert.equal(await lawyer.getByRole('button', { name: '注销登记' }).count(), 0);
  await look(lawyer, 'ended-phone', 'zh');
});

step('no screen of it has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
