// The catalogues of the web app, so that a test finds things by the words a reader sees, in either language.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import ts from 'typescript';

const FOLDER = fileURLToPath(new URL('../../../apps/web/src/app/texts/', import.meta.url));

/** Types are taken off and the files loaded as they are. */
async function load(language) {
  const target = mkdtempSync(join(tmpdir(), 'youquan-texts-'));
  writeFileSync(join(target, 'package.json'), '{"type":"module"}');
  const names = [
    `${language}.ts`,
    ...readdirSync(join(FOLDER, language), { recursive: true })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => join(language, name)),
  ];
  for (const name of names) {
    mkdirSync(join(target, dirname(name)), { recursive: true });
    const source = readFileSync(join(FOLDER, name), 'utf8').replace(/(from '\.[^']*)'/g, "$1.js'");
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
    });
    writeFileSync(join(target, name.replace(/ts$/, 'js')), outputText);
  }
  const module = await import(pathToFileURL(join(target, `${language}.js`)).href);
  rmSync(target, { recursive: true, force: true });
  return module[language];
}

/** `t('factoring.accept')`; `{{count}}` and the like are filled from the second parameter. */
export async function textsOf(language) {
  const catalogue = await load(language);
  return (key, values = {}) => {
    const plural = language === 'en' && values.count === 1 ? '_one' : '_other';
    const find = (path) => path.split('.').reduce((texts, word) => texts?.[word], catalogue);
    const text = find(key) ?? find(`${key}${plural}`);
    if (typeof text !== 'string') throw new Error(`There is no text ${key}.`);
    return text.replace(/\{\{(\w+)\}\}/g, (_, name) => String(values[name]));
  };
}
