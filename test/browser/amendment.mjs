// The life of a registration on screens: its filer amends it, certifies the amendment, reads the past, extends and ends it.
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

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  filing = await (
    await signedIn(world.url, 'lawyer')
  ).post('/registrations', {
    category: 'equipment_mortgage',
    grantors: [{ legalName: '苏州工业园区长风机械有限公司' }],
    securedParties: [{ legalName: '长江租赁有限公司' }],
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
