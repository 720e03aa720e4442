// A registry user beside filing: what a month costs, a name that is watched, a statutory registration entered by hand,
// the archive, and a search for a person, which the operator reads about.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const PERSON = '11010519491231002X';
const OWNER = '无锡梁溪机床有限公司';

const step = countSteps(test);
const faults = [];
let world;
let browser;
let filing;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  const lawyer = await signedIn(world.url, 'lawyer');
  filing = await lawyer.post('/registrations', {
    category: 'equipment_mortgage',
    grantors: [{ legalName: OWNER, identifierScheme: 'PERSON', identifier: PERSON }],
    securedParties: [{ legalName: '某某银行股份有限公司' }],
    collateral: [{ description: 'RG-1, SN 5200-2025' }],
    termMonths: 24,
  });
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const look = async (page, what, language) => {
  await picture(page, `register-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the fees of a month stand in the language of the reader, down to its months', async () => {
  const lawyer = await browser.person('lawyer', { language: 'zh' });
  await lawyer.goto('/fees');
  const line = lawyer.getByRole('row').filter({ hasText: filing.number });
  await line.getByText('2年 × ¥15.00').waitFor();
  await line.getByText('¥30.00').first().waitFor();
  const month = lawyer.getByLabel('月份');
  assert.match(await month.inputValue(), /^\d{4}年\d{1,2}月$/);
  await look(lawyer, 'fees', 'zh');
  await month.click();
  await lawyer.locator('.ant-picker-dropdown').getByText('12月', { exact: true }).waitFor();
  await lawyer.locator('.ant-picker-header-super-prev-btn').click();
  await lawyer.locator('.ant-picker-dropdown').getByText('1月', { exact: true }).click();
  await lawyer.getByText('该月没有费用。').first().waitFor();
});

step('a name is watched, and no longer once its watcher confirms it', async () => {
  const lawyer = await browser.person('lawyer', { language: 'en' });
  await lawyer.goto('/searches');
  const add = 'Watch a name or an asset';
  await lawyer.getByRole('button', { name: add }).click();
  const form = lawyer.getByRole('dialog');
  await form.getByLabel('Name or asset key').fill(OWNER);
  await form.getByLabel('Your own reference').fill('RG-17');
  await look(lawyer, 'watching', 'en');
  await form.getByRole('button', { name: add }).click();
  const row = lawyer.getByRole('row').filter({ hasText: 'RG-17' });
  await row.getByRole('button', { name: 'End' }).click();
  await lawyer.getByRole('dialog').getByRole('button', { name: 'End' }).click();
  await row.waitFor({ state: 'detached' });
});

step('a statutory registration is entered by hand and waits for a colleague', async () => {
  const lawyer = await browser.person('lawyer', { language: 'en', dark: true });
  await lawyer.goto('/statutory');
  const due = lawyer.getByRole('row').filter({ hasText: filing.number });
  await due.getByRole('button', { name: 'Enter' }).click();
  const form = lawyer.getByRole('dialog');
  await form.getByLabel('Statutory number').fill(`ZD${filing.number}`);
  await form.getByRole('button', { name: 'Enter' }).click();
  await form.locator('.ant-form-item-explain-error').waitFor();
  await form.getByLabel('Statutory time').fill('2026-01-05 10:00:00');
  await form.getByLabel('Statutory time').press('Enter');
  await form.getByRole('button', { name: 'Enter' }).click();
  await lawyer
    .getByRole('row')
    .filter({ hasText: `ZD${filing.number}` })
    .getByText('a colleague checks it')
    .waitFor();
  await form.waitFor({ state: 'detached' });
  await look(lawyer, 'statutory', 'en');
});

step('a search asks for the archive by a tick, and its certificate says so', async () => {
  const lawyer = await browser.person('lawyer', { language: 'zh', phone: true });
  await lawyer.goto('/registrations?archived=yes');
  await lawyer.getByText('您没有已归档的登记。').waitFor();
  await lawyer.goto('/searches');
  await lawyer.getByRole('textbox', { name: '担保人名称' }).fill(OWNER);
  await lawyer.getByLabel('包括已终止的登记').check();
  await lawyer.getByLabel('并查询归档（早已终止的登记）').check();
  await look(lawyer, 'archive-phone', 'zh');
  await lawyer.getByRole('button', { name: '查询', exact: true }).click();
  await lawyer.getByText(filing.number).first().waitFor();
  await lawyer.getByText('并查询归档').waitFor();
});

step('who searches for a person says why, and the operator reads who it was', async () => {
  const lawyer = await browser.person('lawyer', { language: 'en' });
  await lawyer.goto('/searches');
  await lawyer.getByText('Person', { exact: true }).click();
  await lawyer.getByLabel('Number of the identity document').fill(PERSON);
  await lawyer.getByLabel('Why you search').fill('RG-18, loan');
  await lawyer.getByRole('button', { name: 'Search', exact: true }).click();
  await lawyer.getByText(filing.number).first().waitFor();
  assert.doesNotMatch(await lawyer.locator('main').innerText(), new RegExp(PERSON));
  await lawyer.getByText(/^Person: /).waitFor();
  const operator = await browser.person('operator', { language: 'en' });
  await operator.goto('/person-accesses');
  const row = operator.getByRole('row').filter({ hasText: 'RG-18, loan' }).first();
  await row.getByRole('link', { name: '明法律师事务所' }).waitFor();
  await look(operator, 'accesses', 'en');
});

step('no screen has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
