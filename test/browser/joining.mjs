// An organisation that nobody knows comes aboard by screens alone: it applies, the operator checks and admits it, its
// first user opens the mailed link, its account is tested with one cent and verified, and locked when something is wrong.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { organisationCodeCheckCharacter, usccCheckCharacter } from '../../dist/libs/kernel/src/index.js';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld, PASSWORD } from './support/world.mjs';

const run = `${Date.now()}`.slice(-8);
const applicant = {
  name: `嘉兴新程包装${run}有限公司`,
  uscc: usccOf(`MA${run.slice(-6)}`),
  email: `gu.${run}@xincheng.example`,
  login: `xincheng.${run}`,
};
const step = countSteps(test);
const faults = [];
let world;
let browser;
let owner;
let operator;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

function usccOf(organisation) {
  const first = `91330400${organisation}${organisationCodeCheckCharacter(organisation)}`;
  return first + usccCheckCharacter(first);
}
const look = async (page, what, language) => {
  // The pointer rests where the button was.
  await page.mouse.move(0, 0);
  await picture(page, `joining-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};
const lineOf = (page, text) =>
  page.locator('main').locator('tbody > tr, .cards > li').filter({ hasText: text });
const choose = async (page, label, option) => {
  await page.getByRole('combobox', { name: label }).click();
  await page.getByTitle(option, { exact: true }).last().click();
};

step('an organisation applies at the door, and is told when its number cannot be right', async () => {
  const stranger = await browser.stranger();
  await stranger.getByRole('link', { name: 'New here? Apply to join' }).click();
  await stranger.getByLabel('Legal name').fill(applicant.name);
  await choose(stranger, 'Takes part as', 'Supplier');
  await stranger.keyboard.press('Escape');
  const wrong = `${applicant.uscc.slice(0, -1)}${applicant.uscc.endsWith('A') ? 'B' : 'A'}`;
  await stranger.getByRole('textbox', { name: 'Number' }).fill(wrong);
  await stranger.getByLabel('Name of the person').fill('顾晓程');
  await stranger.getByLabel('Mail address').fill(applicant.email);
  await stranger.getByLabel('Telephone').fill('0573-82651234');
  const licence = { name: 'licence.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7') };
  await stranger.locator('input[type=file]').setInputFiles(licence);
  await stranger.getByText('licence.pdf').waitFor();
  const submit = stranger.getByRole('button', { name: 'Submit the application' });
  await submit.click();
  await stranger.getByText(/An identifier is wrong/).waitFor();
  await look(stranger, 'apply', 'en');
  await stranger.getByRole('textbox', { name: 'Number' }).fill(applicant.uscc);
  await submit.click();
  await stranger.getByText('The application was taken.').waitFor();
});

step('the operator cannot admit it before its checks are passed, and then does', async () => {
  operator = await browser.person('operator', { language: 'zh' });
  await operator.goto('/applications?state=submitted');
  const line = lineOf(operator, applicant.name);
  await line.getByRole('button', { name: '查询登记' }).click();
  await line.getByText(/登记信息：?:? ?无答复/).waitFor();
  await line.getByRole('button', { name: '作出决定' }).click();
  await operator.getByRole('dialog').getByText('拒绝', { exact: true }).first().waitFor();
  await operator.keyboard.press('Escape');
  for (const check of ['登记信息', '材料']) {
    await line.getByRole('button', { name: '登记核验结果' }).click();
    const dialog = operator.getByRole('dialog');
    await dialog.getByText(check, { exact: true }).waitFor();
    await dialog.getByLabel('核验依据').fill('公示系统截图与执照原件一致');
    await dialog.getByRole('button', { name: /保\s*存/ }).click();
    await line.getByText(`${check}: 通过`).waitFor();
  }
  await look(operator, 'applications', 'zh');
  await line.getByRole('button', { name: '作出决定' }).click();
  const dialog = operator.getByRole('dialog');
  await choose(operator, '联系人核实方式', '回拨总机');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await line.waitFor({ state: 'detached' });
});

step('whoever holds the mailed link becomes the first user, once', async () => {
  const link = await world.linkMailed(applicant.email, '/join#');
  const stranger = await browser.stranger(link);
  await stranger.getByText(`You were invited for ${applicant.name}.`, { exact: false }).waitFor();
  await stranger.getByLabel('Name', { exact: true }).fill('顾晓程');
  await stranger.getByLabel('Login').fill(applicant.login);
  await stranger.getByLabel('Password').fill(PASSWORD);
  await stranger.getByRole('button', { name: 'Become the first user' }).click();
  await stranger.getByText('You can sign in now.').waitFor();
  await look(stranger, 'joined', 'en');
  const late = await browser.stranger(link);
  await late.getByText('parties.invitation_void').waitFor();
});

step('the first user proposes an account, on a telephone in the dark', async () => {
  owner = await browser.person(applicant.login, { language: 'en', phone: true, dark: true });
  await owner.goto('/accounts');
  await owner.getByRole('button', { name: 'Propose an account' }).first().click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Account number').fill('6222 0812 0400 7391');
  await dialog.getByLabel('Bank and branch').fill('中国工商银行嘉兴分行');
  await dialog.getByLabel('CNAPS code of the bank').fill('102335000012');
  await look(owner, 'propose', 'en');
  await dialog.getByRole('button', { name: 'Propose an account' }).click();
  await owner.getByText('Awaits verification').waitFor();
});

step('one cent is sent, and its reference proves whose account it is', async () => {
  await operator.goto('/accounts');
  const line = lineOf(operator, applicant.name);
  await line.getByRole('button', { name: '发送一分钱' }).click();
  await operator.getByRole('dialog').getByRole('button').last().click();
  const [reference] = /\d{6}/.exec(await line.getByText(/附言/).last().textContent());
  await look(operator, 'tested', 'zh');
  await owner.reload();
  const answer = async (text) => {
    await owner.getByRole('button', { name: 'State the reference' }).click();
    const dialog = owner.getByRole('dialog');
    await dialog.getByLabel('Six digits beside it').fill(text);
    await dialog.getByRole('button').last().click();
    await dialog.waitFor({ state: 'detached' });
  };
  await answer(reference === '000000' ? '000001' : '000000');
  await owner.getByText('0.01 sent, awaits its owner').waitFor();
  await answer(reference);
  await owner.getByText('One-cent test passed').waitFor();
});

step('the operator verifies it, and its owner locks it', async () => {
  await operator.reload();
  const line = lineOf(operator, applicant.name);
  await line.getByRole('button', { name: '核验通过' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('textbox').fill('一分钱验证通过');
  await dialog.getByRole('button').last().click();
  await line.waitFor({ state: 'detached' });
  await owner.reload();
  await owner.getByText('In force for payouts and collection').waitFor();
  await owner.getByRole('button', { name: 'Lock' }).click();
  await owner.getByRole('dialog').getByRole('textbox').fill('The seal was lost');
  await owner.getByRole('dialog').getByRole('button', { name: 'Lock' }).click();
  await owner.getByText('Locked', { exact: true }).waitFor();
  assert.equal(await owner.getByText('In force for payouts and collection').count(), 0);
  await look(owner, 'locked', 'en');
  await operator.goto('/accounts');
  await operator.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
});

step('every screen was sound', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(browser.complaints, []);
});
