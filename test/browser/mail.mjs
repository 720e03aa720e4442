// Mails of the inbox: on the first screen it stands that something waits; a person says what reaches them by mail; a forged
// link ends nothing; the operator sees how mails fare.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { invoicesOfToday } from './support/invoices.mjs';
import { openWorld, signedIn } from './support/world.mjs';

const step = countSteps(test);
const asked = invoicesOfToday();
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
  await picture(page, `mail-${what}`);
  faults.push(...(await faultsOf(page, what, { language })));
};

step('whoever has tasks finds them named where they begin, on a telephone in the dark', async () => {
  const supplier = await signedIn(world.url, 'mingyuan');
  await supplier.upload('/uploads', asked.name, asked.text);
  const maker = await browser.person('huadong.maker', { language: 'zh', phone: true, dark: true });
  const strip = maker.getByRole('status').filter({ hasText: '等待您处理' });
  // The fact comes a moment after the deed: it is there when the place is come to again.
  for (let tries = 0; tries < 20 && !(await strip.isVisible()); tries += 1) {
    await maker.reload();
    await maker.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
    await maker.waitForLoadState('networkidle');
  }
  await look(maker, 'start', 'zh');
  await strip.getByRole('link', { name: '从最紧急的开始' }).click();
  await maker.getByRole('heading', { name: '优先办理' }).waitFor();
  await look(maker, 'inbox', 'zh');
});

step('a person says what reaches them, and it is kept', async () => {
  const maker = await browser.person('huadong.maker', { language: 'en' });
  await maker.goto('/mail-wishes');
  const group = maker.getByRole('combobox', { name: 'Receivables: answers, disputes, duplicates, uploads' });
  await group.selectOption({ label: 'At once' });
  await look(maker, 'wishes', 'en');
  await maker.getByRole('button', { name: 'Save', exact: true }).click();
  await maker.getByText('Saved. It holds from the next mail on.').waitFor();
  await maker.reload();
  await group.waitFor();
  assert.equal(await group.inputValue(), 'at_once');
});

step('the same on a telephone in the dark, where the address is not verified', async () => {
  const checker = await browser.person('huadong.checker', { language: 'zh', phone: true, dark: true });
  await checker.goto('/mail-wishes');
  await checker.getByText('目前不会向您发送邮件').waitFor();
  await look(checker, 'wishes-phone', 'zh');
});

step('a link that no mail of ours holds ends nothing, and says what to do', async () => {
  const stranger = await browser.stranger('/unsubscribe#not-a-token');
  await look(stranger, 'unsubscribe', 'en');
  await stranger.getByRole('button', { name: 'Stop these mails' }).click();
  await stranger.getByRole('alert').waitFor();
  await look(stranger, 'unsubscribe-refused', 'en');
});

step('the operator sees how mails fare', async () => {
  const operator = await browser.person('operator', { language: 'zh' });
  await operator.goto('/mails');
  await operator.getByRole('heading', { level: 1 }).waitFor();
  await operator.waitForLoadState('networkidle');
  await look(operator, 'mails', 'zh');
});

step('nobody complained, and nothing was at fault', () => {
  assert.deepEqual([...browser.complaints, ...faults], []);
});
