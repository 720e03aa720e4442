// People before a browser: each has a window and a session of their own, and everything a page complains of is kept.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { PASSWORD } from './world.mjs';

const SCREENS = fileURLToPath(new URL('../../../.youquan/screens', import.meta.url));
const QUIET = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const DESK = { width: 1360, height: 860 };
const PHONE = { width: 390, height: 844 };

const WORDS = {
  zh: { login: '用户名', password: '密码', signIn: '登录', account: '我的账户', locale: 'zh-CN' },
  en: { login: 'Login', password: 'Password', signIn: 'Sign in', account: 'Your account', locale: 'en-GB' },
};

/** Null where there is no Chromium. */
export function findChromium() {
  const file = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return existsSync(file) ? file : null;
}

export async function openBrowser(url) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: QUIET });
  const complaints = [];
  const newPage = async (who, { language, phone = false, dark = false, path = '/', prepare }) => {
    const context = await browser.newContext({
      baseURL: url,
      viewport: phone ? PHONE : DESK,
      locale: WORDS[language].locale,
      colorScheme: dark ? 'dark' : 'light',
      // Nothing fades or slides, so that nothing need be waited for.
      reducedMotion: 'reduce',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    listen(page, who, complaints);
    await prepare?.(page);
    await page.goto(path);
    return page;
  };
  return {
    /** What pages wrote as errors, and what the server failed at; a refusal that a test asks for is none. */
    complaints,
    close: () => browser.close(),
    /** Nobody yet, before the sign-in page. */
    stranger: (path = '/') => newPage('stranger', { language: 'en', path }),
    /** A person (or nobody: null) with every script that the page loads. */
    async watched(login) {
      const scripts = [];
      const prepare = (page) =>
        page.on('response', (answer) => {
          if (new URL(answer.url()).pathname.endsWith('.js')) scripts.push(answer);
        });
      const options = { language: 'en', prepare };
      const page = login ? await this.person(login, options) : await newPage('stranger', options);
      return { page, scripts };
    },
    /** A page from a file, with the network off. */
    async offline(address) {
      const context = await browser.newContext({ offline: true, locale: WORDS.en.locale });
      const page = await context.newPage();
      page.setDefaultTimeout(20_000);
      listen(page, 'offline', complaints);
      await page.goto(address);
      return page;
    },
    /** A person signed in; `phone` for a narrow screen. */
    async person(login, { language = 'zh', phone = false, dark = false, prepare } = {}) {
      const words = WORDS[language];
      const page = await newPage(login, { language, phone, dark, prepare });
      await page.getByLabel(words.login, { exact: true }).fill(login);
      await page.getByLabel(words.password, { exact: true }).fill(PASSWORD);
      await page.getByRole('button', { name: words.signIn, exact: true }).click();
      await page.getByRole('button', { name: words.account }).waitFor();
      await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
      return page;
    },
  };
}

function listen(page, who, complaints) {
  page.on('pageerror', (error) => complaints.push(`${who}: ${error.message}`));
  page.on('console', (line) => {
    // The browser itself reports every 4xx answer; before signing in, being nobody is one.
    const refusal = /status of 4\d\d/.test(line.text());
    if (line.type() === 'error' && !refusal) complaints.push(`${who}: ${line.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) complaints.push(`${who}: ${answer.status()} ${answer.url()}`);
  });
}

/** A picture of the whole page, for people to look at afterwards: only where PICTURES is set, because it takes time. */
export async function picture(page, name) {
  if (!process.env.PICTURES) return;
  mkdirSync(SCREENS, { recursive: true });
  await page.evaluate('document.fonts.ready');
  await page.screenshot({ path: join(SCREENS, `${name}.png`), fullPage: true });
}

/** Steps of one story: after one that failed the others cannot hold. Ends with a line of counts. */
export function countSteps(test) {
  const count = { passed: 0, failed: 0 };
  process.on('exit', () => console.log(`${count.passed} passed, ${count.failed} failed`));
  return (title, step) =>
    test(title, async (context) => {
      if (count.failed > 0) return context.skip('skipped: a step before it failed');
      try {
        await step(context);
        count.passed += 1;
      } catch (error) {
        count.failed += 1;
        throw error;
      }
    });
}
