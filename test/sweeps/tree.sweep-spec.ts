// House rules over the tree of files: sizes, opening sentences, READMEs, and tests that cannot be switched off.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';

const root = resolve(__dirname, '../..');
const SOURCE = /\.(ts|tsx|mts|mjs|cjs)$/;
const SPEC = /\.(db-|e2e-|sweep-|simulation-|faults-)?spec\.ts$/;
const GENERATED = new Set(['apps/web/src/api/schema.d.ts']);
const MAX_LINES = 350;
const MAX_FILES = 12;

/** Tracked files and those that git does not ignore, as they are in the working tree. */
const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter((file) => file !== '' && existsSync(join(root, file)));
const sources = files.filter((file) => SOURCE.test(file) && !GENERATED.has(file));
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const libraries = [...new Set(files.flatMap((file) => /^libs\/([^/]+)\//.exec(file)?.[1] ?? []))];

describe('the tree', () => {
  it('was found', () => expect(sources.length).toBeGreaterThan(50));

  it('has no file of more than 350 lines', () => {
    const long = sources.filter((file) => text(file).split('\n').length > MAX_LINES + 1);
    expect(long).toEqual([]);
  });

  it('has no folder of more than twelve source files', () => {
    const counts = new Map<string, number>();
    for (const file of sources)
      if (!SPEC.test(file) && !/\/(migrations|test)\//.test(file) && file.includes('/'))
        counts.set(dirname(file), (counts.get(dirname(file)) ?? 0) + 1);
    const crowded = [...counts].filter(([folder, count]) => count > MAX_FILES && !folder.startsWith('test'));
    expect(crowded).toEqual([]);
  });

  it('opens every source file with what it is for', () => {
    const bare = sources.filter((file) => !SPEC.test(file) && !/^(\/\/|\/\*|#!)/.test(text(file)));
    expect(bare).toEqual([]);
  });

  it('has a README of one screen in every library', () => {
    const lacking = libraries.filter((library) => {
      const readme = join(root, 'libs', library, 'README.md');
      if (!existsSync(readme)) return true;
      const content = readFileSync(readme, 'utf8');
      const lines = content.split('\n').length;
      return lines > 100 || !['Owns', 'Words', 'Invariants', 'Door'].every((word) => content.includes(word));
    });
    expect(lacking).toEqual([]);
  });

  it('narrows or skips no test without saying why', () => {
    const off = sources.filter((file) =>
      /\b(it|test|describe)\.only\b|\b(fit|fdescribe|xit|xdescribe)\(/.test(text(file)),
    );
    expect(off).toEqual(off.filter((file) => file.endsWith(basename(__filename))));
    const unexplained = sources.flatMap((file) =>
      [...text(file).matchAll(/\.(skip|todo)\(\s*(['"`][^'"`]*['"`])?/g)]
        .filter(([, , name]) => !name?.includes('skipped'))
        .map(([call]) => `${file}: ${call}`),
    );
    expect(unexplained.filter((line) => !line.startsWith('test/sweeps/tree'))).toEqual([]);
  });

  it('names files in kebab-case, components apart', () => {
    const odd = sources.filter(
      (file) => !file.startsWith('apps/web/') && !/^[.a-z0-9-]+$/.test(basename(file)),
    );
    expect(odd).toEqual([]);
  });

  it('names a use case as its class, a verb and what it is done to, and a listener after its fact', () => {
    const kebab = (name: string) => name.replace(/(?!^)[A-Z]/g, '-$&').toLowerCase();
    const wrong = sources
      .filter((file) => /\/src\/(.+\/)?(use-cases|listeners)\//.test(file) && !SPEC.test(file))
      .flatMap((file) => {
        const [, name] =
          /export class (\w+)[^]*?\n {2}(?:@\w+\(.*\)\n {2})?(?:async )?(?:execute|handle)\(/.exec(
            text(file),
          ) ?? [];
        const inListeners = file.includes('/listeners/');
        if (inListeners && !/^when-/.test(basename(file))) return [file];
        return name !== undefined && `${kebab(name)}.ts` !== basename(file) ? [`${file}: ${name}`] : [];
      });
    expect(wrong).toEqual([]);
  });

  it('has no catch-all: no utils, no base classes, no managers, no front door but a library’s own', () => {
    const folders = sources.filter((file) => /(^|\/)(utils?|helpers?|misc)(\/|\.\w+$)/.test(file));
    expect(folders).toEqual([]);
    const odd =
      /\b(?:class|interface|type) (\w*(?:Base|Impl|Manager|Helper|Utils?)|I[A-Z][a-z]\w*)(?=[ <]+[^,}])/g;
    const classes = sources.flatMap((file) =>
      [...text(file).matchAll(odd)].map(([, name]) => `${file}: ${name ?? ''}`),
    );
    expect(classes).toEqual([]);
    const barrels = sources.filter(
      (file) => basename(file) === 'index.ts' && !/^(libs\/[^/]+\/src\/|apps\/web\/)/.test(file),
    );
    expect(barrels).toEqual([]);
  });

  it('leaves nothing behind', () => {
    const marks = new RegExp(['TO' + 'DO', 'FIX' + 'ME', '@ts-' + 'ignore', 'eslint-' + 'disable'].join('|'));
    expect(sources.filter((file) => marks.test(text(file)))).toEqual([]);
  });
});
