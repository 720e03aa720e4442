// `npm run generate`: writes what is generated from the code and committed: the API description, the web app's types, its
// words for what stands in an inbox, and the parts of the README between markers. `--check` says what has drifted, and changes nothing.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { guarded, inRoot, prepare } from './steps.mjs';

const API = 'apps/api/openapi.json';
const TYPES = 'apps/web/src/api/schema.d.ts';
const README = 'README.md';

await guarded(1, async () => {
  await prepare({ say: console.error, output: 2 });
  const made = await makeAll();
  const drifted = Object.entries(made).filter(([file, content]) => readOrEmpty(file) !== content);
  if (process.argv.includes('--check')) {
    for (const [file] of drifted) console.error(`${file} is out of date: npm run generate`);
    process.exitCode = drifted.length > 0 ? 1 : 0;
    return;
  }
  for (const [file, content] of drifted) writeFileSync(inRoot(file), content);
  console.error(
    drifted.length > 0 ? `written: ${drifted.map(([file]) => file).join(', ')}` : 'all up to date',
  );
});

function readOrEmpty(file) {
  try {
    return readFileSync(inRoot(file), 'utf8');
  } catch {
    return '';
  }
}

async function makeAll() {
  const folder = mkdtempSync(join(tmpdir(), 'youquan-generate-'));
  try {
    const [api, types] = [join(folder, 'openapi.json'), join(folder, 'schema.d.ts')];
    const node = (...words) => execFileSync(process.execPath, words, { stdio: ['ignore', 2, 2] });
    node(inRoot('dist/apps/cli/src/main.js'), 'openapi', api);
    node(inRoot('node_modules/openapi-typescript/bin/cli.js'), api, '-o', types);
    return {
      [API]: readFileSync(api, 'utf8'),
      [TYPES]: readFileSync(types, 'utf8'),
      ...(await inboxWords()),
      [README]: await readme(),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Mails and screens call an entry the same. */
async function inboxWords() {
  const { KIND_WORDS } = await import('../../dist/libs/inbox/src/domain/mail/kind-words.js');
  const settings = await resolveConfig(inRoot('package.json'));
  const files = ['en', 'zh'].map(async (language) => {
    const kinds = Object.fromEntries(
      Object.entries(KIND_WORDS).map(([kind, words]) => [kind, words[language]]),
    );
    const text = `// Generated from libs/inbox/src/domain/mail/kind-words.ts.\nexport const kinds = ${JSON.stringify(kinds)};\n`;
    const file = `apps/web/src/app/texts/${language}/desk/inbox-kinds.ts`;
    return [file, await format(text, { ...settings, parser: 'typescript' })];
  });
  return Object.fromEntries(await Promise.all(files));
}

async function readme() {
  const { floors, storeys } = await import('../../config/floors.mjs');
  const { environmentTable } = await import('../../dist/config/env-table.js');
  return [
    ['floors', diagram(floors, storeys)],
    ['settings', environmentTable()],
  ].reduce(replaceBetween, readOrEmpty(README));
}

function replaceBetween(text, [name, content]) {
  const pattern = new RegExp(`(<!-- ${name}: generated -->\n)[^]*?(<!-- /${name} -->)`);
  return text.replace(pattern, (_, open, close) => `${open}\n${content.trim()}\n\n${close}`);
}

/** The storeys from the roof down; an arrow for each import that a library declares, but to kernel and platform. */
function diagram(floors, storeys) {
  const ground = new Set(['kernel', 'platform', 'audit']);
  const rows = [...storeys]
    .reverse()
    .map((libraries, index) => `  subgraph s${index} [ ]\n    ${libraries.join('\n    ')}\n  end`);
  const arrows = Object.entries(floors).flatMap(([from, to]) =>
    to.filter((name) => !ground.has(name)).map((name) => `  ${from} --> ${name}`),
  );
  return [
    '```mermaid',
    'flowchart TD',
    ...rows,
    ...arrows,
    '```',
    '',
    'Every library may use `kernel`, `platform` and `audit` (below audit: those under it).',
  ].join('\n');
}
