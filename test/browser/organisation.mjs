// What is recorded of an organisation is seen where it belongs: the operator records its size, the organisation reads
// it, and a trading relation counts when the other side confirms.
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

step('every screen was sound', () => {
  assert.deepEqual(faults, []);
  assert.deepEqual(browser.complaints, []);
});
