// Two risk officers of a bank: one marks limits and asks for one, the other approves; in Chinese, on a phone too.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { inspect } from './support/inspect.mjs';
import { openWorld, PASSWORD, signedIn } from './support/world.mjs';

const run = crypto.randomUUID().slice(0, 8);
const COLLEAGUE = `huitong.risk.${run}`;
const step = countSteps(test);
let world;
let browser;
let officer;
let approvalPath;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  const operator = await signedIn(world.url, 'operator');
  const { items } = await operator.get(`/organisations?q=${encodeURIComponent('汇通商业保理')}`);
  const body = { login: COLLEAGUE, name: '周复核', roles: ['risk_officer'], password: PASSWORD };
  await operator.post('/users', { ...body, organisationId: items[0].id });
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const press = (page, name) => page.getByRole('button', { name, exact: true }).click();
const rowOf = (page, text) => page.getByRole('row').filter({ hasText: text });
const goTo = (page, place) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();

async function setWhen(page, choice) {
  await rowOf(page, '设置额度').getByRole('button', { name: '修改' }).click();
  await page.getByRole('dialog').getByText(choice, { exact: true }).click();
  await press(page, '保存');
}

step('an officer has limits approved by a colleague', async () => {
  officer = await browser.person('huitong.risk');
  await goTo(officer, '复核');
  await press(officer, '复核设置').catch(() => officer.getByRole('link', { name: '复核设置' }).click());
  await setWhen(officer, '每笔均须');
  await rowOf(officer, '设置额度').getByText('每笔均须').waitFor();
  await inspect(officer, 'marks', { language: 'zh' });
  await picture(officer, 'zh-approval-marks');
});

step('what the officer asks for waits, and says so', async () => {
  await goTo(officer, '额度与敞口');
  await officer.getByRole('button', { name: '修改' }).first().click();
  await officer.getByLabel('额度', { exact: false }).first().fill('87,654,321');
  await press(officer, '保存');
  await officer.getByText('由具备该操作权限的同事复核；复核前您可以撤回。').waitFor();
  await officer.getByText('87,654,321.00').waitFor();
  approvalPath = new URL(officer.url()).pathname;
  assert.match(approvalPath, /^\/approvals\//);
  await inspect(officer, 'approval', { language: 'zh' });
  await picture(officer, 'zh-approval-own');
});

step('the colleague approves it on a phone, and it is done', async () => {
  const colleague = await browser.person(COLLEAGUE, { language: 'en', phone: true, dark: true });
  await colleague.goto('/approvals?state=waiting');
  await colleague.getByText('Set a limit').first().click();
  await colleague.getByText('87,654,321.00').waitFor();
  await inspect(colleague, 'approval on a phone', { language: 'en' });
  await picture(colleague, 'en-approval-phone');
  await press(colleague, 'Approve');
  await colleague.getByRole('dialog').getByRole('button', { name: 'Approve' }).click();
  await colleague.getByText('Approved', { exact: true }).waitFor();
  await goTo(officer, '额度与敞口');
  await officer.getByText('87,654,321.00').first().waitFor();
});

step('less is marked again with two people, so that nothing stays behind', async () => {
  await officer.goto('/approvals/marks');
  await setWhen(officer, '无须复核');
  await officer.getByText('由具备该操作权限的同事复核；复核前您可以撤回。').waitFor();
  const colleague = await signedIn(world.url, COLLEAGUE);
  const id = new URL(officer.url()).pathname.split('/').at(-1);
  await colleague.post(`/approvals/${id}/decision`, { decision: 'approve' });
  await officer.goto('/approvals/marks');
  await rowOf(officer, '设置额度').getByText('无须复核').waitFor();
});

step('no page complained', () => assert.deepEqual(browser.complaints, []));
