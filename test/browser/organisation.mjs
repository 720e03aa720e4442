// What is recorded of an organisation is seen where it belongs: its size and numbers, whom it trades with, who may act for
// it, with whom it stands or falls, and that it wants to leave.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld } from './support/world.mjs';

const SUPPLIER = '苏州明远精密机械有限公司';
const step = countSteps(test);
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

const look = async (page, what, language) => {
  await picture(page, `organisation-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};
const day = async (page, label, date) => {
  const field = page.getByLabel(label);
  await field.fill(date);
  await field.press('Enter');
};

step('the operator records a size and is told when it is none', async () => {
  const operator = await browser.person('operator', { language: 'zh', phone: true, dark: true });
  await operator.goto('/organisations');
  await operator.getByRole('link', { name: SUPPLIER }).click();
  await operator.getByText('尚无登记信息。').waitFor();
  await operator.getByRole('button', { name: '登记信息' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('combobox').first().click();
  await operator.getByTitle('行业', { exact: true }).click();
  await dialog.getByLabel(/行业代码/).fill('C12');
  await day(dialog, '生效日', '2026-01-01');
  await dialog.getByLabel('信息来源').fill('企业信用信息公示系统');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await dialog.getByText(/取值不符合要求/).waitFor();
  await dialog.getByLabel(/行业代码/).fill('C3516');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await operator.getByText('C3516').waitFor();
  await operator.getByText('现行', { exact: true }).waitFor();
  await look(operator, 'operator', 'zh');
});

step('the supplier reads it and states whom it trades with', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await supplier.goto('/organisations');
  await supplier.getByRole('link', { name: SUPPLIER }).click();
  await supplier.getByText('C3516').waitFor();
  assert.equal(await supplier.getByRole('button', { name: 'Record a fact' }).count(), 0);
  await supplier.getByRole('button', { name: 'State a trading relation' }).click();
  const dialog = supplier.getByRole('dialog');
  await dialog.getByLabel('A whole number of the partner').fill('91310000MAA1HD0390');
  await dialog.getByLabel('Contract number').fill('HT-2026-0815');
  await day(dialog, 'Trading since', '2024-01-01');
  await day(dialog, 'Signed on', '2025-03-01');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await supplier.getByText('Awaits the other side').waitFor();
  await look(supplier, 'supplier', 'en');
});

step('the debtor confirms', async () => {
  const debtor = await browser.person('huadong.maker', { language: 'zh' });
  await debtor.goto('/organisations');
  await debtor.getByRole('link', { name: '华东重工集团股份有限公司' }).click();
  await debtor.getByText('HT-2026-0815').waitFor();
  await debtor.getByRole('button', { name: /^确\s*认$/ }).click();
  await debtor.getByText('已确认', { exact: true }).waitFor();
  await look(debtor, 'debtor', 'zh');
});

step('the operator adds a number, and is told when its check character is wrong', async () => {
  const operator = await browser.person('operator', { language: 'en' });
  await operator.goto('/organisations');
  await operator.getByRole('link', { name: SUPPLIER }).click();
  await operator.getByRole('button', { name: 'Add or retire a number' }).click();
  const dialog = operator.getByRole('dialog');
  await dialog.getByRole('combobox').nth(1).click();
  await operator.getByTitle('LEI', { exact: true }).click();
  await dialog.getByRole('textbox', { name: /Number/ }).fill('5493001KJTIIGC8Y1R13');
  await day(dialog, 'On which day', '2026-01-01');
  await dialog.getByLabel('What it rests on').fill('GLEIF');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText(/An identifier is wrong/).waitFor();
  await dialog.getByRole('textbox', { name: /Number/ }).fill('5493001KJTIIGC8Y1R12');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await operator.getByText('Numbers that came and went').waitFor();
  await look(operator, 'number', 'en');
});

step('a supplier lets another one bring its invoices, and ends it at once', async () => {
  const principal = await browser.person('mingyuan', { language: 'zh' });
  await principal.goto('/organisations');
  await principal.getByRole('link', { name: SUPPLIER }).click();
  await principal.getByRole('button', { name: '出具委托' }).click();
  const dialog = principal.getByRole('dialog');
  await dialog.getByLabel('受托单位的完整号码').fill('91330200MAE5HC029D');
  await day(dialog, '起始日', '2026-01-01');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await principal.getByText('待对方答复').last().waitFor();
  const agent = await browser.person('haichuan', { language: 'en', phone: true });
  await agent.goto('/organisations');
  await agent.getByRole('link', { name: '宁波海川电子科技有限公司' }).click();
  await agent.getByRole('button', { name: 'Accept' }).click();
  await agent.getByText('In force', { exact: true }).waitFor();
  // The pointer rests where the button was.
  await agent.mouse.move(0, 0);
  await look(agent, 'mandate', 'en');
  await principal.reload();
  await principal.getByText('有效', { exact: true }).waitFor();
  await principal.getByRole('button', { name: /^终\s*止$/ }).click();
  const ending = principal.getByRole('dialog');
  await ending.getByLabel(/理由|原因/).fill('合作结束');
  await ending.getByRole('button', { name: /^终\s*止$/ }).click();
  await principal.getByText('已终止', { exact: true }).waitFor();
  await look(principal, 'mandate-ended', 'zh');
});

step('a financier states a group for its own use, which the operator does not see', async () => {
  const risk = await browser.person('jiangnan.risk', { language: 'zh' });
  await risk.goto('/organisations');
  await risk.getByRole('link', { name: '江南商业银行股份有限公司' }).click();
  await risk.getByRole('button', { name: '登记关联客户组' }).click();
  const dialog = risk.getByRole('dialog');
  await dialog.getByLabel('组名称').fill('明远海川系');
  await dialog.getByLabel(/完整号码/).fill('91320500MAD7MY018L\n91330200MAE5HC029D');
  await day(dialog, '生效日', '2026-01-01');
  await dialog.getByLabel('信息来源').fill('2025 年报');
  await dialog.getByRole('button', { name: /保\s*存/ }).click();
  await risk.getByText('明远海川系').waitFor();
  await look(risk, 'group', 'zh');
  const operator = await browser.person('operator', { language: 'en' });
  await operator.goto('/organisations');
  await operator.getByRole('link', { name: SUPPLIER }).click();
  await operator.getByText('No group is stated.').waitFor();
  await operator.getByText('HT-2026-0815').waitFor();
  assert.equal(await operator.getByText('明远海川系').count(), 0);
});

step('an administrator asks to leave, and the operator sees what is open', async () => {
  const administrator = await browser.person('haichuan.admin', { language: 'en' });
  await administrator.goto('/organisations');
  await administrator.getByRole('button', { name: 'Ask to leave' }).click();
  const dialog = administrator.getByRole('dialog');
  await dialog.getByLabel(/Reason/).fill('We merge');
  await dialog.getByRole('button', { name: 'Ask to leave' }).click();
  await administrator.getByText('Awaits the operator').waitFor();
  await look(administrator, 'departure', 'en');
  await administrator.getByRole('button', { name: 'Take back' }).click();
  await administrator.getByText('Taken back').waitFor();
});

step('every screen was sound', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(browser.complaints, []);
});
