// What is true of every screen: no serious fault of accessibility, no wider than the window, and no sentence of the
// other language.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const GRAVE = new Set(['serious', 'critical']);

/** Names and numbers that people entered are data; a sentence is known by its punctuation or its row of small words. */
const FOREIGN = {
  en: '[\\u4e00-\\u9fff][^，。；？！]*[，。；？！]',
  zh: '\\b[A-Za-z]+,? [a-z]+,? [a-z]+\\b',
};

/** The faults of what is shown, as sentences. */
export async function faultsOf(page, what, { language, axe = true }) {
  await settled(page);
  const faults = [];
  const wider = await page.evaluate('document.documentElement.scrollWidth - window.innerWidth');
  if (wider > 0) faults.push(`${what} is ${wider} px wider than the window`);
  for (const sentence of await foreignSentences(page, language))
    faults.push(`${what} says in the other language: ${sentence}`);
  if (axe) for (const fault of await graveFaults(page)) faults.push(`${what} is not accessible: ${fault}`);
  return faults;
}

export async function inspect(page, what, settings) {
  assert.deepEqual(await faultsOf(page, what, settings), []);
}

/** Two frames after the last change everything is drawn; a colour on its way to another is not yet what one reads. */
function settled(page) {
  return page.evaluate(async () => {
    const ends = (animation) => animation.effect?.getComputedTiming().endTime !== Infinity;
    await Promise.allSettled(
      document
        .getAnimations()
        .filter(ends)
        .map(({ finished }) => finished),
    );
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  });
}

function foreignSentences(page, language) {
  return page.evaluate((pattern) => {
    const foreign = new RegExp(pattern);
    const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found = [];
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const place = node.parentElement;
      if (!place || place.closest('script,style,code,pre,.hash,[data-given],[lang]:not(html)')) continue;
      if (foreign.test(node.textContent ?? '')) found.push(node.textContent);
    }
    return found;
  }, FOREIGN[language]);
}

/** Injected by the protocol and not as a script element, which the page's policy forbids. */
async function graveFaults(page) {
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(() =>
    globalThis.axe.run(document, { resultTypes: ['violations'] }),
  );
  return violations
    .filter(({ impact }) => GRAVE.has(impact))
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html.slice(0, 160))
          .slice(0, 3)
          .join(' | ')}`,
    );
}
