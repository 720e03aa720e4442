// Takes the picture in the README: a supplier before two offers, as the demonstration has it.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openBrowser } from './browser.mjs';
import { openWorld } from './world.mjs';

const PICTURE = fileURLToPath(new URL('../../../docs/screenshot.png', import.meta.url));
const SETTLING_MS = 1500;

const world = await openWorld();
const browser = await openBrowser(world.url);
try {
  const page = await browser.person('mingyuan', { language: 'en' });
  await page.goto('/requests?state=open');
  await page.getByRole('link', { name: 'Open', exact: true }).last().click();
  await page.getByText('Lowest cost per year').waitFor();
  await page.waitForTimeout(SETTLING_MS);
  mkdirSync(dirname(PICTURE), { recursive: true });
  await page.screenshot({ path: PICTURE });
  console.log(PICTURE);
} finally {
  await browser.close();
  await world.stop();
}
