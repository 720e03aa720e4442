// What surrounds the screens: palette, help and language by the keyboard alone, and what happens when a session ends.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { countSteps, openBrowser, picture } from './support/browser.mjs';
import { inspect } from './support/inspect.mjs';
import { openWorld, PASSWORD } from './support/world.mjs';

const step = countSteps(test);
let world;
let browser;
let page;

before(async () => {
  world = await openWorld();
  browser = await openBrowser(world.url);
  page = await browser.person('mingyuan', { language: 'en' });
});
after(async () => {
  await browser?.close();
  await world?.stop();
});

async function openPalette() {
  await page.waitForLoadState('networkidle');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox', { name: 'Find or go to' }).waitFor();
}
const heading = (name) => page.getByRole('heading', { level: 1, name });

step('the palette goes to a page by the keyboard', async () => {
  await openPalette();
  await page.keyboard.type('financing req');
  await page.getByRole('option', { name: 'Financing requests' }).waitFor();
  await page.keyboard.press('Enter');
  await heading('Financing requests').waitFor();
});

step('the palette finds an invoice by a part of its number, and Escape leaves it', async () => {
  await openPalette();
  await page.keyboard.type('0001');
  const found = page.getByRole('option', { name: /-0001/ }).first();
  await found.waitFor();
  await inspect(page, 'the palette', { language: 'en' });
  await picture(page, 'shell-palette');
  const number = /\S*-0001/.exec(await found.innerText())[0];
  await page.keyboard.press('Enter');
  await page.waitForURL((url) => url.searchParams.get('q')?.includes(number) ?? false);
  await page.getByText(number).first().waitFor();
  await openPalette();
  await page.keyboard.press('Escape');
  assert.equal(await page.getByRole('dialog').count(), 0);
});

step('the first Tab reaches the skip link, which leads to the content', async () => {
  await page.reload();
  await heading('Receivables').waitFor();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  assert.equal(await page.evaluate('document.activeElement.id'), 'content');
});

step('help says what the page is for and what comes next', async () => {
  await page.getByRole('button', { name: 'Help with this page' }).click();
  await page.getByRole('dialog').getByText('What comes next').waitFor();
  await page.waitForTimeout(400);
  await inspect(page, 'the help', { language: 'en' });
  await page.keyboard.press('Escape');
});

step('breadcrumbs lead back from a thing to its place', async () => {
  await page.goto('/requests');
  await page.getByRole('link', { name: 'Open', exact: true }).first().click();
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('link').click();
  await heading('Financing requests').waitFor();
});

step('a filter is in the address and survives a reload', async () => {
  await page.goto('/requests');
  await page.getByText('Withdrawn', { exact: true }).click();
  await page.waitForURL(/state=withdrawn/);
  await page.reload();
  assert.equal(await page.getByRole('radio', { name: 'Withdrawn' }).isChecked(), true);
});

step('the language belongs to the person: another one in this browser keeps their own', async () => {
  await page.getByRole('button', { name: '中文' }).click();
  await heading('融资申请').waitFor();
  await page.getByRole('button', { name: '我的账户' }).click();
  await page.getByRole('button', { name: '退出登录' }).click();
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByRole('heading', { name: 'Sign in' }).waitFor();
  await signIn('mingyuan');
  await page.getByRole('button', { name: '我的账户' }).waitFor();
  await page.getByRole('button', { name: 'English' }).click();
});

async function signIn(login) {
  await page.getByLabel('Login').fill(login);
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

step('a session that ended asks to sign in again and comes back to the same page', async () => {
  await page.goto('/offers?state=live');
  await heading('Offers').waitFor();
  await page.context().clearCookies();
  await page.getByText('Accepted', { exact: true }).first().click();
  await page.getByText('Your session has ended.').waitFor();
  await inspect(page, 'the sign-in page after a session ended', { language: 'en' });
  await picture(page, 'shell-session-ended');
  await signIn('mingyuan');
  await heading('Offers').waitFor();
  assert.match(page.url(), /offers\?state=accepted/);
});

step('nothing of the session is within reach of scripts', async () => {
  const kept = await page.evaluate(
    () => JSON.stringify({ ...localStorage, ...sessionStorage }) + document.cookie,
  );
  assert.doesNotMatch(kept, /session["=]|token/i);
  const [cookie] = (await page.context().cookies()).filter(({ name }) => name === 'youquan_session');
  assert.deepEqual([cookie.httpOnly, cookie.sameSite], [true, 'Strict']);
});

step('a warning comes before an unused session ends, and one button keeps it', async () => {
  await page.clock.install();
  await page.goto('/receivables');
  await heading('Receivables').waitFor();
  await page.clock.runFor(28 * 60_000 + 10_000);
  await page.getByText('Are you still there?').waitFor();
  await page.getByRole('button', { name: 'Stay signed in' }).click();
  await page.clock.runFor(10_000);
  await page.getByText('Are you still there?').waitFor({ state: 'hidden' });
});

step('no page complained', () => assert.deepEqual(browser.complaints, []));
