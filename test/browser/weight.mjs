// The JavaScript that the browser loads until the first screen of each role stands, compressed: at most 400 KB.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { countSteps, openBrowser } from './support/browser.mjs';
import { openWorld } from './support/world.mjs';

const MOST_KB = 400;
const PEOPLE = [
  'mingyuan',
  'huadong.maker',
  'huadong.checker',
  'jiangnan',
  'jiangnan.risk',
  'jiangnan.ops',
  'lawyer',
  'registrar',
  'regulator',
  'operator',
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

async function weigh(who, open) {
  const { page, scripts } = await open();
  await page.waitForLoadState('networkidle');
  const sizes = await Promise.all(scripts.map(async (answer) => gzipSync(await answer.body()).length));
  const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
  console.log(`${who}: ${kilobytes.toFixed(1)} KB of JavaScript in ${sizes.length} files`);
  assert.ok(sizes.length > 0, 'nothing was weighed');
  assert.ok(kilobytes <= MOST_KB, `${kilobytes.toFixed(1)} KB`);
  await page.context().close();
}

step('the sign-in page', () => weigh('sign-in page', () => browser.watched(null)));
for (const login of PEOPLE)
  step(`the first screen of ${login}`, () => weigh(login, () => browser.watched(login)));
