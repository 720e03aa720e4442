// Every place that a role is shown can be opened by that role: no refusal, no empty page, no complaint, in either
// language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser } from './support/browser.mjs';
import { openWorld } from './support/world.mjs';

const PEOPLE = [
  ['haichuan', 'en', 'Bank accounts'],
  ['nanfang.maker', 'zh', '付款通知单'],
  ['nanfang.checker', 'en', 'Confirmations'],
  ['huitong', 'zh', '融资市场'],
  ['huitong.risk', 'zh', '额度与敞口'],
  ['huitong.ops', 'en', 'Payouts'],
  ['lawyer', 'zh', '登记查询'],
  ['registrar', 'en', 'Registrations'],
  ['regulator', 'zh', '日志与证明'],
  ['operator', 'zh', '银行账户'],
];
const step = countSteps(test);
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

for (const [login, language, expected] of PEOPLE)
  step(`${login} opens every place`, async () => {
    const page = await browser.person(login, { language });
    const links = page.getByRole('navigation').getByRole('link');
    const places = await links.allInnerTexts();
    assert.ok(places.includes(expected), `${expected} is missing among ${places.join(', ')}`);
    for (const place of places) {
      await links.filter({ hasText: new RegExp(`^${place}$`) }).click();
      await page.waitForLoadState('networkidle');
      const title = await page.getByRole('main').getByRole('heading', { level: 1 }).innerText();
      assert.notEqual(title, '');
      assert.equal(
        await page
          .getByRole('alert')
          .filter({ hasText: /\w+\.\w+/ })
          .count(),
        0,
        `${place} is refused`,
      );
    }
    await page.context().close();
  });

step('no page complained', () => assert.deepEqual(browser.complaints, []));
