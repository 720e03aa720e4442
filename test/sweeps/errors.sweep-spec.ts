// Whatever is refused is said in two languages with a way out, under a code that is nobody else's, and every blank in
// a sentence is filled where the error is thrown.
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { WATCHED_REFUSALS } from '#config/watched-refusals';
import { type Bilingual, DomainError, type ErrorMaker } from '#kernel';
import { filesBelow, parse, root, walk } from './store-files';

const PATTERN = /^[a-z]+\.[a-z]+(_[a-z0-9]+)*$/;
const CHINESE = /\p{Script=Han}/u;
const BLANK = /\{(\w+)\}/g;

interface Entry {
  readonly file: string;
  readonly table: string;
  readonly code: string;
  readonly error: DomainError;
}
interface Thrown {
  readonly file: string;
  readonly code: string;
  /** Null where they are not spelled out on the spot. */
  readonly details: readonly string[] | null;
}

const sources = ['libs', 'apps'].flatMap((folder) =>
  filesBelow(
    folder,
    (file) => /\.ts$/.test(file) && !/spec\.ts$|\/testing\/|^apps\/(web|cli)\/|\.d\.ts$/.test(file),
  ),
);
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const tables = sources.filter((file) => /=\s*errorTable\(/.test(text(file)));

async function entriesOf(file: string): Promise<Entry[]> {
  const loaded = (await import(join(root, file))) as Record<string, unknown>;
  const makers = Object.entries(loaded).filter(
    ([name, value]) => /errors$/i.test(name) && typeof value === 'object' && value !== null,
  );
  return makers.flatMap(([table, value]) =>
    Object.entries(value as Record<string, ErrorMaker>).map(([code, make]) => ({
      file,
      table,
      code,
      error: make(),
    })),
  );
}

const both = ({ error: { text: sentence, fix } }: Entry): readonly Bilingual[] => [sentence, fix];
const blanksOf = (sentence: string): string[] =>
  [...new Set([...sentence.matchAll(BLANK)].map(([, name]) => name ?? ''))].sort();

/** Where the tables of this library are imported from, and under which name: `errors` -> `libs/x/src/domain/errors.ts`. */
function tablesIn(source: ts.SourceFile, file: string): Map<string, string> {
  const found = new Map<string, string>();
  walk(source, (node) => {
    if (!ts.isImportDeclaration(node)) return;
    const from = (node.moduleSpecifier as ts.StringLiteral).text;
    const target = `${join(dirname(file), from)}.ts`;
    const bindings = node.importClause?.namedBindings;
    if (!tables.includes(target) || !bindings || !ts.isNamedImports(bindings)) return;
    for (const { name } of bindings.elements) found.set(name.text, target);
  });
  if (tables.includes(file)) for (const name of ['errors', 'kernelErrors']) found.set(name, file);
  return found;
}

/** `errors.code({ a, b: 1 })`, and mentions of a code without a call. */
function thrownIn(file: string): Thrown[] {
  const source = parse(file);
  const known = tablesIn(source, file);
  const found: Thrown[] = [];
  walk(source, (node) => {
    if (!ts.isPropertyAccessExpression(node) || !ts.isIdentifier(node.expression)) return;
    const table = known.get(node.expression.text);
    if (table === undefined) return;
    const call = ts.isCallExpression(node.parent) && node.parent.expression === node ? node.parent : null;
    found.push({ file: table, code: node.name.text, details: call ? namedIn(call.arguments[0]) : null });
  });
  return found;
}

function namedIn(argument: ts.Expression | undefined): string[] | null {
  if (!argument) return [];
  if (!ts.isObjectLiteralExpression(argument)) return null;
  if (argument.properties.some((property) => ts.isSpreadAssignment(property))) return null;
  return argument.properties.map((property) => property.name?.getText() ?? '');
}

describe('every error', () => {
  let entries: Entry[];
  const thrown = sources.flatMap(thrownIn);
  const where = ({ file, code }: Entry) => `${file}: ${code}`;

  beforeAll(async () => {
    entries = (await Promise.all(tables.map(entriesOf))).flat();
  });

  it('was found, with where it is thrown', () => {
    expect(tables.length).toBeGreaterThan(9);
    expect(new Set(entries.map(({ file }) => file)).size).toBe(tables.length);
    expect(entries.length).toBeGreaterThan(100);
    expect(entries.every(({ error }) => error instanceof DomainError)).toBe(true);
    expect(thrown.length).toBeGreaterThan(150);
  });

  it('has a code of its own, as library.what_is_wrong', () => {
    const odd = entries.filter(({ error }) => !PATTERN.test(error.code));
    expect(odd.map(where)).toEqual([]);
    const codes = entries.map(({ error }) => error.code);
    expect(codes.filter((code, index) => codes.indexOf(code) !== index)).toEqual([]);
  });

  it('is there when its refusal is watched', () => {
    const codes = new Set(entries.map(({ error }) => error.code));
    expect([...WATCHED_REFUSALS].filter((code) => !codes.has(code))).toEqual([]);
  });

  it('bears the name of its library', () => {
    const strays = entries.filter(({ file, error }) => {
      const [kind, library] = file.split('/');
      return kind === 'libs' && error.code.split('.')[0] !== library;
    });
    expect(strays.map(where)).toEqual([]);
  });

  it('says what is wrong and the way out, in English and in Chinese', () => {
    const lacking = entries.filter((entry) =>
      both(entry).some(
        ({ en, zh }) =>
          en.trim() === '' ||
          zh.trim() === '' ||
          en === zh ||
          !CHINESE.test(zh) ||
          CHINESE.test(en) ||
          !/[a-z]/i.test(en),
      ),
    );
    expect(lacking.map(where)).toEqual([]);
    const same = entries.filter(
      ({ error: { text: message, fix } }) => message.en === fix.en || message.zh === fix.zh,
    );
    expect(same.map(where)).toEqual([]);
  });

  it('ends its sentences', () => {
    const open = entries.filter((entry) =>
      both(entry).some(({ en, zh }) => !/([.?!]|\}|: \S+)$/.test(en) || !/([。？！]|\}|：\S+)$/.test(zh)),
    );
    expect(open.map(where)).toEqual([]);
  });

  it('tells no more in one language than in the other', () => {
    const uneven = entries.filter((entry) =>
      both(entry).some(({ en, zh }) => blanksOf(en).join() !== blanksOf(zh).join()),
    );
    expect(uneven.map(where)).toEqual([]);
  });

  it('has every blank filled wherever it is thrown', () => {
    const unfilled = entries.flatMap((entry) => {
      const blanks = [...new Set(both(entry).flatMap(({ en, zh }) => [...blanksOf(en), ...blanksOf(zh)]))];
      const sites = thrown.filter(({ file, code }) => file === entry.file && code === entry.code);
      return sites.flatMap(({ details }) => {
        const missing = details ? blanks.filter((blank) => !details.includes(blank)) : [];
        return missing.length > 0 ? [`${where(entry)} is thrown without ${missing.join(', ')}`] : [];
      });
    });
    expect(unfilled).toEqual([]);
  });

  it('is thrown somewhere', () => {
    const used = new Set(thrown.map(({ file, code }) => `${file}: ${code}`));
    const quoted = (code: string) => new RegExp(`['"]${code}['"]|errors\\[`);
    const idle = entries.filter(
      (entry) =>
        !used.has(where(entry)) &&
        !sources.some(
          (file) => file.split('/')[1] === entry.file.split('/')[1] && quoted(entry.code).test(text(file)),
        ),
    );
    expect(idle.map(where)).toEqual([]);
  });
});
