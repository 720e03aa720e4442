// Every place that a role is shown can be opened by that role: no refusal, no empty page, no complaint; on a desk in
// English and light, on a phone in Chinese and dark; accessible, within the window, in one language.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { faultsOf } from './support/inspect.mjs';
import { openWorld } from './support/world.mjs';

const PEOPLE = [
  ['mingyuan', '/receivables'],
  ['nanfang.maker', '/confirmations'],
  ['nanfang.checker', '/confirmations'],
  ['huitong', '/market'],
  ['huitong.risk', '/limits'],
  ['huitong.ops', '/payouts'],
  ['lawyer', '/searches'],
  ['registrar', '/registrations'],
  ['regulator', '/log'],
  ['operator', '/users'],
];
const SETTINGS = [
  { language: 'en', phone: false, dark: false },
  { language: 'zh', phone: true, dark: true },
];
const step = countSteps(test);
const seen = new Set();
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

/** A place looks the same for all who see it, but for their data: one look per setting is enough for the slow checks. */
async function look(page, path, settings) {
  const key = `${path.replace(/^\//, '')}-${settings.language}`;
  const first = !seen.has(key);
  seen.add(key);
  faults.push(...(await faultsOf(page, key, { language: settings.language, axe: first })));
  if (first) await picture(page, `place-${key}`);
}

for (const settings of SETTINGS)
  for (const [login, expected] of PEOPLE)
    step(`${login} opens every place, ${settings.language}`, async () => {
      const page = await browser.person(login, settings);
      const openMenu = async () => {
        if (settings.phone) await page.locator('.shell-top button').first().click();
        await page.locator('nav.places a').first().waitFor();
      };
      await openMenu();
      const links = page.locator('nav.places a');
      const paths = await links.evaluateAll((all) => all.map((link) => link.getAttribute('href')));
      assert.ok(paths.includes(expected), `${expected} is missing among ${paths.join(', ')}`);
      if (settings.phone) await page.keyboard.press('Escape');
      for (const path of paths) {
        await openMenu();
        await page.locator(`nav.places a[href="${path}"]`).click();
        await page.waitForLoadState('networkidle');
        const title = await page.getByRole('main').getByRole('heading', { level: 1 }).innerText();
        assert.notEqual(title, '');
        const refusals = page.getByRole('alert').filter({ hasText: /\w+\.\w+/ });
        assert.equal(await refusals.count(), 0, `${path} is refused`);
        if (settings.phone) await page.locator('.ant-drawer-content-wrapper').waitFor({ state: 'detached' });
        await look(page, path, settings);
      }
      await page.context().close();
    });

step('no place has a fault', () => assert.deepEqual(faults, []));
step('no page complained', () => assert.deepEqual(browser.complaints, []));
