// The story in Chinese, each deed by the person whose deed it is: upload, confirmation by two, request, two offers,
// acceptance, notice, and the registration that a stranger finds.
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { HUADONG, invoicesOfToday } from './support/invoices.mjs';
import { openWorld } from './support/world.mjs';

const SAMPLES = fileURLToPath(new URL('../samples/', import.meta.url));
const step = countSteps(test);
const invoices = invoicesOfToday();
let world;
let browser;
let supplier;
let requestPath;

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

step('a supplier uploads many files and reads what became of each', async () => {
  supplier = await browser.person('mingyuan');
  await picture(supplier, 'zh-01-receivables-first');
  await goTo(supplier, '上传发票');
  const samples = readdirSync(SAMPLES)
    .filter((name) => /\.(xml|csv)$/.test(name))
    .map((name) => ({ name, mimeType: 'text/xml', buffer: readFileSync(`${SAMPLES}${name}`) }));
  const broken = { name: 'broken.xml', mimeType: 'text/xml', buffer: Buffer.from('<Invoice><') };
  const own = { name: invoices.name, mimeType: 'text/csv', buffer: Buffer.from(invoices.text) };
  await supplier.locator('input[type=file]').setInputFiles([...samples, broken, own]);
  await press(supplier, `上传 ${samples.length + 2} 个文件`);
  await rowOf(supplier, invoices.dated).getByText('已接收').waitFor();
  await rowOf(supplier, invoices.undated).getByText('已接收').waitFor();
  await rowOf(supplier, 'broken.xml').getByText('已拒绝').waitFor();
  await picture(supplier, 'zh-02-upload-outcome');
});

step('the supplier states the due date that the invoice leaves open', async () => {
  await goTo(supplier, '应收账款');
  await rowOf(supplier, invoices.undated).getByRole('button', { name: '补充到期日' }).click();
  await supplier.getByLabel('起的天数').fill('90');
  await picture(supplier, 'zh-03-due-date');
  await press(supplier, '保存');
  await rowOf(supplier, invoices.undated).getByText('待买方确认').waitFor();
});

step('the maker of the debtor confirms one and disputes a part of the other', async () => {
  const maker = await browser.person('huadong.maker');
  await rowOf(maker, invoices.dated).getByRole('checkbox').check();
  await press(maker, '确认 1 笔');
  const question = maker.getByRole('dialog');
  await question.getByText('不得再主张上述债务不存在').waitFor();
  await picture(maker, 'zh-04-confirm');
  await question.getByRole('button', { name: '确认' }).click();
  await rowOf(maker, invoices.dated).getByText('待同事复核').waitFor();
  await rowOf(maker, invoices.undated).getByRole('button', { name: '部分异议' }).click();
  await maker.getByLabel('认可的应付金额').fill('400,000');
  await maker.getByLabel('原因').click();
  await maker.getByTitle('价格不符').click();
  await maker.getByRole('dialog').getByRole('button', { name: '部分异议' }).click();
  await rowOf(maker, invoices.undated).getByText('价格不符').waitFor();
  await picture(maker, 'zh-05-maker-queue');
});

step('the checker, another person, approves both', async () => {
  const checker = await browser.person('huadong.checker');
  await rowOf(checker, invoices.dated).getByRole('checkbox').check();
  await rowOf(checker, invoices.undated).getByRole('checkbox').check();
  await picture(checker, 'zh-06-checker-queue');
  await press(checker, '同意 2 项');
  await checker.getByRole('dialog').getByRole('button', { name: '同意' }).click();
  await rowOf(checker, invoices.dated).waitFor({ state: 'detached' });
});

step('the supplier asks two financiers for money', async () => {
  await goTo(supplier, '上传发票');
  await goTo(supplier, '应收账款');
  await rowOf(supplier, invoices.dated).getByText('已确认', { exact: true }).waitFor();
  await rowOf(supplier, invoices.dated).getByRole('checkbox').check();
  await rowOf(supplier, invoices.undated).getByRole('checkbox').check();
  await picture(supplier, 'zh-07-receivables-chosen');
  await press(supplier, '用 2 笔账款申请融资');
  await supplier.getByText('江南商业银行股份有限公司').click();
  await supplier.getByText('汇通商业保理有限公司').click();
  await picture(supplier, 'zh-08-request');
  await press(supplier, '提交申请');
  await supplier.getByText('尚无报价').waitFor();
  requestPath = new URL(supplier.url()).pathname;
});

async function bid(login, advance, rate, recourse, fee) {
  const page = await browser.person(login);
  await rowOf(page, '1,400,000.00').locator(`a[href="${requestPath}"]`).click();
  await press(page, '报价');
  await page.getByLabel('融资比例').fill(advance);
  await page.getByLabel('年利率').fill(rate);
  await page.getByLabel(recourse).check();
  if (fee) {
    await press(page, /添加费用/);
    await page.getByLabel('费用名称').fill('服务费');
    await page.getByLabel('金额', { exact: true }).fill(fee);
  }
  await picture(page, `zh-09-bid-${login}`);
  await press(page, '提交报价');
  await rowOf(page, `(${advance}%)`).getByText('有效', { exact: true }).waitFor();
  return page;
}

step('a bank and a factor see their limits and make offers', async () => {
  const bank = await bid('jiangnan', '90', '3.85', '有追索权', null);
  await picture(bank, 'zh-10-request-bank');
  await bid('huitong', '95', '6.2', '无追索权', '1,500');
});

step('the supplier compares the offers side by side and accepts one', async () => {
  await supplier.reload();
  await supplier.getByText('到手金额最高').waitFor();
  await supplier.getByText('年化成本最低').waitFor();
  await picture(supplier, 'zh-11-comparison');
  await supplier.getByRole('button', { name: '接受', exact: true }).first().click();
  await supplier.getByRole('dialog').getByText('接受后不可撤销').waitFor();
  await picture(supplier, 'zh-12-accept');
  await press(supplier, '接受报价');
  await supplier.getByText('转让已登记').waitFor();
  await supplier.getByText(`通知已到达${HUADONG}`).waitFor();
  await picture(supplier, 'zh-13-deal');
});

step('the debtor reads whom to pay', async () => {
  const maker = await browser.person('huadong.maker');
  await goTo(maker, '转让通知');
  const row = rowOf(maker, invoices.dated);
  await row.getByText('已到达').waitFor();
  await row.getByRole('button').first().click();
  await maker.getByText('向原债权人付款不再发生清偿效力').waitFor();
  await picture(maker, 'zh-14-notice');
});

step('a lawyer finds the registration by invoice and debtor', async () => {
  const lawyer = await browser.person('lawyer');
  await goTo(lawyer, '登记查询');
  await lawyer.getByText('发票', { exact: true }).click();
  await lawyer.getByLabel('发票号码').fill(invoices.dated);
  await lawyer.getByLabel('应收账款债务人').fill(HUADONG);
  await picture(lawyer, 'zh-15-search');
  await press(lawyer, /查询$/);
  await lawyer.getByText('发票号码与应收账款债务人均完全一致。').waitFor();
  await lawyer.getByText('1,000,000.00').first().waitFor();
  await picture(lawyer, 'zh-16-certificate');
});

step('no page complained', () => assert.deepEqual(browser.complaints, []));
