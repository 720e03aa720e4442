// An e-fapiao is checked with the tax bureau by files that the operator carries: the supplier asks, the operator takes
// the question out and brings the answer, the financier sees it on the deal, and acknowledges what was reversed.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { efapiaoOfToday } from './support/invoices.mjs';
import { makeDeal } from './support/money.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const invoice = efapiaoOfToday();
const faults = [];
let world;
let browser;
let dealId;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  dealId = await makeDeal(world.url, {
    ...{ supplier: 'mingyuan', maker: 'huadong.maker', checker: 'huadong.checker', financier: 'jiangnan' },
    ...{ invoices: invoice, numbers: [invoice.number] },
  });
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const lineOf = (page, text) => page.locator('tbody > tr, .cards > li').filter({ hasText: text });
const look = async (page, what, language) => {
  await picture(page, `tax-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('the supplier asks about its invoice and sees how often it still may', async () => {
  const supplier = await browser.person('mingyuan', { language: 'en' });
  await lineOf(supplier, invoice.number)
    .getByRole('button', { name: /Details|Open/ })
    .click();
  await supplier.getByText('Not checked yet · 5 checks left today').waitFor();
  await supplier.getByRole('button', { name: 'Check with the tax bureau' }).click();
  await supplier.getByText('Waits for the answer').waitFor();
  await supplier.getByText('4 checks left today').waitFor();
  await look(supplier, 'supplier', 'en');
});

step('the operator takes the question out and brings a file back: broken, then whole', async () => {
  const operator = await browser.person('operator', { language: 'zh', phone: true, dark: true });
  await operator.goto('/tax-checks');
  await lineOf(operator, invoice.number).getByText('等待查验结果').first().waitFor();
  const [download] = await Promise.all([
    operator.waitForEvent('download'),
    operator.getByRole('link', { name: '导出待查验发票' }).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'tax-queries.csv');
  await operator.mouse.move(0, 0);
  const bring = (text) =>
    operator
      .locator('input[type=file]')
      .setInputFiles({ name: 'results.csv', mimeType: 'text/csv', buffer: Buffer.from(text) });
  await bring('check_id,result\r\n1,found\r\n');
  await operator.getByText('第 2 行').waitFor();
  const { items } = await (await signedIn(world.url, 'operator')).get('/tax-checks?state=waiting');
  const check = items.find(({ invoiceNumber }) => invoiceNumber === invoice.number);
  await bring(`check_id,result\r\n${check.id},not_found\r\n`);
  await operator.getByText('已记录 1 条结果').waitFor();
  await lineOf(operator, invoice.number).getByText('查无此票').first().waitFor();
  await look(operator, 'operator-phone', 'zh');
});

step('the financier reads it on the deal, and pays out without only for a reason', async () => {
  const risk = await browser.person('jiangnan.risk', { language: 'zh' });
  await risk.goto(`/deals/${dealId}`);
  await risk.getByText('暂不能放款：有发票缺少有效期内且正常的查验结果').waitFor();
  await look(risk, 'deal', 'zh');
  await risk.getByRole('button', { name: '豁免查验放款' }).click();
  const form = risk.getByRole('dialog');
  await form.getByLabel('仍予放款的原因').fill('纸质发票已核对');
  await look(risk, 'waiver', 'zh');
  await form.getByRole('button', { name: '豁免查验放款' }).click();
  await risk.getByText('未经查验放款：纸质发票已核对').waitFor();
});

step('the financier acknowledges a credit note, on a phone', async () => {
  const supplier = await signedIn(world.url, 'mingyuan');
  await supplier.upload('/uploads', 'credit.csv', invoice.credit);
  const risk = await browser.person('jiangnan.risk', { language: 'en', phone: true, dark: true });
  await risk.goto(`/deals/${dealId}`);
  await risk.getByRole('button', { name: 'Acknowledge the reduction' }).click();
  const form = risk.getByRole('dialog');
  await form.getByLabel('Why the deal goes on').fill('The buyer pays the rest, note 12');
  await look(risk, 'acknowledge-phone', 'en');
  await form.getByRole('button', { name: 'Acknowledge the reduction' }).click();
  await risk.getByText('Acknowledged: The buyer pays the rest, note 12').waitFor();
  await risk.getByRole('button', { name: 'Acknowledge the reduction' }).waitFor({ state: 'detached' });
  await look(risk, 'deal-phone', 'en');
});

step('no screen has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
