// Money and proof, in Chinese: accounts that the operator verifies, a payout by two people, the bank's statement, a
// buyer's payment that the rule is sure of and one that a person allocates, and the receipts of it all.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { HUADONG, invoicesOfToday } from './support/invoices.mjs';
import { addAccount, addColleague, bankStatement, makeDeal, newAccountNumber } from './support/money.mjs';
import { openWorld } from './support/world.mjs';

const BANK = '江南商业银行股份有限公司';
const SUPPLIER = '苏州明远精密机械有限公司';
const step = countSteps(test);
const invoices = invoicesOfToday();
const account = newAccountNumber();
let world;
let browser;
let ops;
let colleague;
let dealId;
let payoutReference;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

const inFours = (number) => number.replace(/(.{4})(?=.)/g, '$1 ');
const rowOf = (page, text) => page.getByRole('row').filter({ hasText: text });
const goTo = (page, place) =>
  page.getByRole('navigation').getByRole('link', { name: place, exact: true }).click();
const press = (page, name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click();
const inDialog = (page, name) => page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
const send = (page, ...files) => page.locator('input[type=file]').setInputFiles(files);
const openDeal = async (login, options) => {
  const page = await browser.person(login, options);
  await page.goto(`/deals/${dealId}`);
  await page.getByRole('heading', { level: 1 }).waitFor();
  return page;
};

step('a bank proposes its account, and the operator verifies it', async () => {
  const officer = await browser.person('jiangnan');
  await goTo(officer, '银行账户');
  await officer
    .getByRole('button', { name: /申报账户/ })
    .first()
    .click();
  const form = officer.getByRole('dialog');
  await form.getByLabel('账号', { exact: true }).fill(account);
  await form.getByLabel('开户银行及网点').fill('中国人民银行清算总中心');
  await form.getByLabel('开户行联行号').fill('1021');
  await form.getByText('联行号为 12 位数字。').waitFor();
  await form.getByLabel('开户行联行号').fill('102100099996');
  await picture(officer, 'zh-20-account-form');
  await form.getByRole('button', { name: '申报账户' }).click();
  await rowOf(officer, BANK).getByText('待核验').first().waitFor();
  const operator = await browser.person('operator');
  await goTo(operator, '银行账户');
  const waiting = rowOf(operator, inFours(account));
  await waiting.getByText(BANK).first().waitFor();
  await picture(operator, 'zh-21-account-queue');
  await waiting.getByRole('button', { name: '核验通过' }).click();
  await operator.getByLabel('核验依据').fill('致电开户银行核实');
  await picture(operator, 'zh-21-account-verification');
  await inDialog(operator, '核验通过');
  await waiting.first().waitFor({ state: 'detached' });
  await operator.getByLabel('机构', { exact: true }).click();
  await operator.getByTitle(BANK).click();
  await operator.getByText('现行放款、回款账户').first().waitFor();
  await picture(operator, 'zh-22-accounts');
});

step('nothing is paid out before the title counts in law', async () => {
  await addAccount(world.url, 'mingyuan', SUPPLIER);
  colleague = await addColleague(world.url, 'jiangnan.ops');
  dealId = await makeDeal(world.url, {
    ...{ supplier: 'mingyuan', maker: 'huadong.maker', checker: 'huadong.checker', financier: 'jiangnan' },
    ...{ invoices, numbers: [invoices.dated, invoices.undated] },
  });
  ops = await openDeal('jiangnan.ops');
  await ops.getByText('尚无具有法律效力的登记').waitFor();
  await ops.getByText('等待具有法律效力的登记或豁免').waitFor();
  await picture(ops, 'zh-23-deal-accepted');
  await press(ops, /发起放款$/);
  await inDialog(ops, /^发起$/);
  await ops.getByRole('alert').filter({ hasText: 'settlement.title_missing' }).waitFor();
  await picture(ops, 'zh-24-title-missing');
  await inDialog(ops, /^关 ?闭$/);
});

step('operations record the statutory registration and instruct the payout', async () => {
  await press(ops, '记录法定登记');
  await ops.getByLabel('登记时间').fill('2026-01-05 10:00:00');
  await ops.keyboard.press('Enter');
  await ops.getByLabel('登记证明编号').fill('1234567890123456');
  await picture(ops, 'zh-25-record-title');
  await inDialog(ops, '记录法定登记');
  await ops.getByText('已录入法定登记，待第二人复核').waitFor();
  const checker = await browser.person(colleague);
  await goTo(checker, '法定登记');
  await rowOf(checker, '1234567890123456')
    .getByRole('button', { name: /^复 ?核$/ })
    .click();
  await picture(checker, 'zh-25-check-title');
  await inDialog(checker, '确认一致');
  await ops.reload();
  await ops.getByText('已在法定登记机构登记').first().waitFor();
  await press(ops, /发起放款$/);
  await inDialog(ops, /^发起$/);
  await rowOf(ops, '待复核').getByRole('link').click();
  await ops.getByText('须由同事复核').waitFor();
  payoutReference = new URL(ops.url()).pathname.split('/').at(-1).replaceAll('-', '');
  await ops.getByText('该笔业务部分发票无法查验').waitFor();
  assert.equal(await ops.getByRole('button', { name: '放行' }).count(), 0);
});

step('a second person releases it and fetches the order for the bank', async () => {
  const second = await browser.person(colleague);
  await goTo(second, '放款');
  await rowOf(second, '待复核').first().getByRole('button', { name: '放行' }).click();
  await picture(second, 'zh-26-release');
  await inDialog(second, '确认放行');
  const row = rowOf(second, '银行处理中').first();
  const download = second.waitForEvent('download');
  await row.getByRole('link', { name: /付款指令/ }).click();
  const order = readFileSync(await (await download).path(), 'utf8');
  assert.ok(order.includes(payoutReference) && order.includes(account), 'the order names payout and account');
  await row.getByRole('link').first().click();
  await second.getByText('等待银行处理').waitFor();
  await second.getByText('该笔业务部分发票无法查验').waitFor();
  await picture(second, 'zh-27-payout');
});

step('the statement of the bank makes the deal funded; a broken file is refused by itself', async () => {
  await ops.reload();
  const amount = await ops.locator('.figure').first().innerText();
  const debit = { amount: `-${amount.replace(/[¥,]/g, '')}`, endToEndId: payoutReference };
  await goTo(ops, '回款');
  const broken = { name: 'broken.xml', mimeType: 'text/xml', buffer: Buffer.from('<Document><') };
  const statement = bankStatement(account, debit);
  await send(ops, statement, broken);
  await ops.getByText('涉及 1 笔放款').waitFor();
  await ops.getByText('已拒绝', { exact: true }).first().waitFor();
  await picture(ops, 'zh-28-statements');
  await send(ops, statement);
  await ops.getByText('该文件此前已导入，未作任何变更。').waitFor();
  const supplier = await openDeal('mingyuan');
  await supplier.getByText('已放款', { exact: true }).first().waitFor();
  await supplier.getByText(/^支付供应商/).waitFor();
  await supplier.getByText('按报价收取：手续费 ¥500.00。').waitFor();
  await picture(supplier, 'zh-29-deal-funded');
});

step('the buyer reads on its slip that the payee changed, and which account to pay', async () => {
  const maker = await browser.person('huadong.maker');
  await goTo(maker, '付款通知单');
  await picture(maker, 'zh-30-slips');
  await rowOf(maker, invoices.dated).getByRole('checkbox').check();
  await press(maker, '出具签名通知单（1）');
  await picture(maker, 'zh-30-slip-issue');
  const download = maker.waitForEvent('download');
  await inDialog(maker, '出具并保存');
  const signed = await (await download).path();
  await press(maker, invoices.dated);
  await maker.getByText(`付款对象已变更：请付给${BANK}，不再付给${SUPPLIER}`).waitFor();
  await maker.getByText(inFours(account)).waitFor();
  await maker.emulateMedia({ media: 'print' });
  await picture(maker, 'zh-31-slip-print');
  const anyone = await browser.stranger('/verify');
  await anyone.getByText('Compare it with the one you hold.').waitFor();
  await anyone.getByLabel('Choose a file').setInputFiles(signed);
  await anyone.getByText('The payment slip holds.').waitFor();
  await anyone.getByText(account).waitFor();
});

step('one payment is allocated by rule, the other by hand, and that settles the deal', async () => {
  const sure = { amount: '1000000.00', counterpartyName: HUADONG, text: `支付 ${invoices.dated} 货款` };
  const unsure = { amount: '500000.00', counterpartyName: '华东重工结算中心', text: '往来款' };
  await goTo(ops, '回款');
  await send(ops, bankStatement(account, sure, unsure));
  await ops.getByText('2 笔回款到账').waitFor();
  await rowOf(ops, invoices.dated).getByText('已分配', { exact: true }).waitFor();
  await picture(ops, 'zh-32-payments');
  await rowOf(ops, '往来款').getByRole('link').click();
  await ops.getByLabel('添加业务').click();
  await ops.getByTitle(new RegExp(invoices.undated)).click();
  await ops.getByLabel(invoices.undated, { exact: true }).fill('500,000');
  await ops.getByText('分配后余 −¥90,000.00').waitFor();
  await press(ops, '全额');
  await ops.getByText('分配后余 ¥0.00').waitFor();
  await ops.getByText('剩余 ¥90,000.00 记为多付').click();
  await picture(ops, 'zh-33-allocation');
  await press(ops, '分配');
  await inDialog(ops, '分配');
  await ops.getByText('多付', { exact: true }).waitFor();
  await ops.getByRole('link', { name: invoices.undated }).waitFor();
  await picture(ops, 'zh-34-payment');
});

step('the supplier sees the end of the deal, and operations pay the surplus', async () => {
  await ops.goto(`/deals/${dealId}`);
  await ops.getByText('已结清，登记已注销').waitFor();
  await press(ops, '支付余款');
  await inDialog(ops, /^发起$/);
  await rowOf(ops, '余款').getByText('待复核').waitFor();
  const supplier = await openDeal('mingyuan');
  await supplier.getByText('已结清，登记已注销').waitFor();
  await picture(supplier, 'zh-35-deal-settled');
  await press(supplier, /存证凭证/);
  await supplier.getByRole('dialog').getByText('业务成立').waitFor();
  await picture(supplier, 'zh-36-receipts');
});

step('a receipt is a file that opens without the platform', async () => {
  const officer = await openDeal('jiangnan');
  await officer.locator('a[href^="/registrations/"]').first().click();
  await press(officer, /存证凭证/);
  const download = officer.waitForEvent('download');
  await rowOf(officer, '办理登记').getByRole('button', { name: '下载' }).click();
  const receipt = JSON.parse(readFileSync(await (await download).path(), 'utf8'));
  assert.equal(receipt.format, 'youquan/receipt/1');
  assert.equal(receipt.leaf.action, 'registry.filing_made');
});

step('the regulator proves that the log only grew', async () => {
  const regulator = await browser.person('regulator');
  await goTo(regulator, '日志与证明');
  await regulator.getByText('根哈希', { exact: true }).waitFor();
  await press(regulator, '生成证明');
  await regulator.getByText('以下证明').waitFor();
  await picture(regulator, 'zh-37-log');
});

step('a risk officer reads when the deal was registered, and waives the statutory registration', async () => {
  const others = invoicesOfToday();
  const id = await makeDeal(world.url, {
    ...{ supplier: 'mingyuan', maker: 'huadong.maker', checker: 'huadong.checker', financier: 'huitong' },
    ...{ invoices: others, numbers: [others.undated] },
  });
  const officer = await browser.person('huitong.risk', { language: 'en', dark: true });
  await officer.goto(`/deals/${id}`);
  const registered = officer.getByRole('listitem').filter({ hasText: 'Assignment registered' });
  await registered.locator('time').waitFor();
  await press(officer, 'Waive it');
  await officer.getByRole('dialog').getByLabel('Reason').fill('Agreed by the credit committee');
  await picture(officer, 'en-19-waiver');
  await inDialog(officer, 'Waive it');
  await officer.getByText('Waiver: Agreed by the credit committee').waitFor();
  await officer.getByText('Statutory registration waived', { exact: true }).waitFor();
});

for (const [who, place, heading] of [
  ['jiangnan.ops', 'Payouts', 'Payouts'],
  ['jiangnan.ops', 'Payments received', 'Payments received'],
  ['huadong.maker', 'Payment slips', 'Payment slips'],
  ['mingyuan', 'Bank accounts', 'Bank accounts'],
  ['regulator', 'Log and proofs', 'Log and proofs'],
])
  step(`${place} fits a phone, in English and in the dark`, async () => {
    const page = await browser.person(who, { language: 'en', phone: true, dark: true });
    await press(page, 'Open the menu');
    await page.getByRole('link', { name: place, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: heading }).waitFor();
    await page.waitForLoadState('networkidle');
    await picture(page, `en-20-phone-${place.toLowerCase().replaceAll(' ', '-')}`);
    await fits(page);
  });

step('so do a deal and a payment', async () => {
  const page = await openDeal('jiangnan.ops', { language: 'en', phone: true });
  await page.getByText('Settled; the registration is cancelled').waitFor();
  await picture(page, 'en-21-phone-deal');
  await fits(page);
});

async function fits(page) {
  const wider = await page.evaluate('document.documentElement.scrollWidth > window.innerWidth');
  assert.equal(wider, false, 'the page is wider than the phone');
}

step('no page complained', () => assert.deepEqual(browser.complaints, []));
