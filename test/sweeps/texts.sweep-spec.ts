// No text of a screen stands outside the catalogues, and each catalogue is in its own language.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { PERMISSIONS } from '#identity';

const root = resolve(__dirname, '../../apps/web/src');
const TEXTS = join(root, 'app/texts');
const WORD = /\p{L}{2,}/u;
const CHINESE = /\p{Script=Han}/u;
/** Attributes that a reader sees or hears. */
const SPOKEN = new Set(['title', 'placeholder', 'aria-label', 'label', 'alt', 'extra', 'description']);
/** The name of the platform, of the other language, of a key, and what an asset key begins with. */
const NAMES = new Set(['右券 Youquan', 'English', '中文', 'Ctrl K', 'invoice:…']);

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? filesIn(path) : [path];
  });

/** What stands in the markup of one file as text of its own. */
function ownTexts(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node)) found.push(node.text);
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      const { initializer } = node;
      if (ts.isStringLiteral(initializer)) found.push(initializer.text);
    }
    if (ts.isJsxExpression(node) && node.expression && ts.isStringLiteralLike(node.expression))
      found.push(node.expression.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found.map((text) => text.trim()).filter((text) => WORD.test(text) && !NAMES.has(text));
}

/** The values of a catalogue's file, by their keys. */
function values(file: string): [string, string][] {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.ES2022, true);
  const found: [string, string][] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAssignment(node) && ts.isStringLiteralLike(node.initializer))
      found.push([node.name.getText(), node.initializer.text]);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('no screen has a text of its own', () => {
  const screens = filesIn(root).filter((file) => file.endsWith('.tsx'));
  expect(screens.length).toBeGreaterThan(50);
  expect(screens.flatMap((file) => ownTexts(file).map((text) => `${file}: ${text}`))).toEqual([]);
});

it('the English catalogue has no Chinese', () => {
  const all = filesIn(join(TEXTS, 'en')).flatMap(values);
  expect(all.length).toBeGreaterThan(200);
  expect(all.filter(([, text]) => CHINESE.test(text))).toEqual([]);
});

it('the Chinese catalogue is Chinese, but for what has no translation', () => {
  const all = filesIn(join(TEXTS, 'zh')).flatMap(values);
  const plain = all.map(([key, text]) => [key, text.replace(/\{\{\w+\}\}/g, '')] as const);
  const foreign = plain.filter(([, text]) => WORD.test(text) && !CHINESE.test(text));
  expect(
    foreign.map(([, text]) => text).filter((text) => !/^[A-Z]{3,4}$/.test(text) && !/^SHA-256/.test(text)),
  ).toEqual([]);
});

it.each(['en', 'zh'])('every permission has its words in %s', (language) => {
  const known = new Set(values(join(TEXTS, language, 'parties/permissions.ts')).map(([key]) => key));
  const wordless = PERMISSIONS.filter((permission) => permission.split('.').some((part) => !known.has(part)));
  expect(wordless).toEqual([]);
});

it('every place of the router has help of its own', () => {
  const read = (file: string) => readFileSync(join(root, 'app', file), 'utf8');
  const places = [...read('router.tsx').matchAll(/page\(\s*'\/([a-z-]+)/g)].map(([, place]) => place);
  const topics = new Set(
    [...read('shell/help/topics.ts').matchAll(/\| '([a-z-]+)'/g)].map(([, topic]) => topic),
  );
  expect(places.length).toBeGreaterThan(40);
  expect([...new Set(places)].filter((place) => !topics.has(place))).toEqual([]);
});
