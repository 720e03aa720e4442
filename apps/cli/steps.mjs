// The steps from a fresh clone to something that runs: check Node, install, build. Each is skipped when its result
// still fits. Uses nothing but Node, because in a fresh clone nothing else is there.
import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withLock } from './lock.mjs';
import { fingerprint, remake } from './stale.mjs';

export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
export const inRoot = (...names) => join(root, ...names);

/** Wrong Node, no network, a mistake in the sources: a line for people, without a stack. */
export class StepFailed extends Error {}

/** Runs `main`; what a person can mend is shown as one line and ends with `exitCode`. */
export async function guarded(exitCode, main) {
  try {
    checkNode();
    await main();
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    console.error(error.message);
    process.exit(exitCode);
  }
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < 20 || (major === 20 && minor < 19))
    throw new StepFailed(`Youquan needs Node 20.19 or newer; this is Node ${process.versions.node}.`);
}

const NOT_ALLOWED = ['EACCES', 'EPERM', 'EROFS'];

/** Installs and builds what is missing or stale; `say` gets one line per step done, `output` its own output. */
export async function prepare({ say, output }) {
  const waiting = (pid) => say(`Process ${pid} is installing or building here; waiting for it.`);
  try {
    await withLock(inRoot('.youquan', 'build.lock'), waiting, async () => {
      await install(say, output);
      await Promise.all([buildServer(say, output), buildWeb(say, output)]);
    });
  } catch (error) {
    if (!NOT_ALLOWED.includes(error.code)) throw error;
    throw new StepFailed(`Cannot install or build here: ${error.path} may not be written (${error.code}).`);
  }
}

async function install(say, output) {
  const mark = inRoot('node_modules', '.youquan-installed');
  const print = fingerprint([inRoot('package-lock.json')]);
  const marked = existsSync(mark) && readFileSync(mark, 'utf8') === print;
  if (isComplete(marked)) {
    if (!marked) writeFileSync(mark, print);
    return;
  }
  rmSync(mark, { force: true });
  const npm = process.env.npm_execpath?.endsWith('.js')
    ? [process.execPath, process.env.npm_execpath]
    : ['npm'];
  // The build needs the development packages also where NODE_ENV says production.
  await step('install', [...npm, 'ci', '--include=dev', '--no-audit', '--no-fund'], say, output);
  writeFileSync(mark, print);
}

/** npm writes its own list when all is in place; ours, or a person's own `npm ci`, must have left every package. */
function isComplete(marked) {
  const installed = packagesOf(inRoot('node_modules', '.package-lock.json'));
  if (installed === null) return false;
  if (!Object.keys(installed).every((path) => existsSync(inRoot(path)))) return false;
  const wanted = packagesOf(inRoot('package-lock.json')) ?? {};
  return marked || Object.entries(wanted).every(([path, entry]) => fits(path, entry, installed[path]));
}

function fits(path, wanted, installed) {
  if (path === '') return true;
  return installed ? installed.version === wanted.version : Boolean(wanted.optional ?? wanted.devOptional);
}

function packagesOf(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return null;
  }
}

const SHARED_SOURCES = ['package.json', 'package-lock.json', 'tsconfig.json', 'tsconfig.build.json'];

async function buildServer(say, output) {
  const result = inRoot('dist', 'apps', 'api', 'src', 'main.js');
  await remake({
    mark: inRoot('dist', '.server-built'),
    result,
    sources: [...serverApps(), 'libs', 'config', 'test/support', ...SHARED_SOURCES].map((path) =>
      inRoot(path),
    ),
    make: async () => {
      // The compiler's own notes would make it skip files that somebody deleted.
      if (!existsSync(result)) rmSync(inRoot('dist', '.tsbuildinfo'), { force: true });
      const compiler = inRoot('node_modules', 'typescript', 'bin', 'tsc');
      await step('build server', [process.execPath, compiler, '-p', 'tsconfig.build.json'], say, output);
    },
  });
}

function serverApps() {
  return readdirSync(inRoot('apps'))
    .filter((name) => name !== 'web' && name !== 'verify')
    .map((name) => join('apps', name));
}

async function buildWeb(say, output) {
  if (!existsSync(inRoot('apps', 'web', 'index.html'))) return;
  await remake({
    mark: inRoot('dist', '.web-built'),
    result: inRoot('dist', 'apps', 'web', 'verify.html'),
    sources: ['apps/web', 'apps/verify', 'libs/kernel', 'libs/audit/src', ...SHARED_SOURCES].map((path) =>
      inRoot(path),
    ),
    make: async () => {
      const vite = inRoot('node_modules', 'vite', 'bin', 'vite.js');
      // The page of its own is put beside the app, so the app, which empties the folder, comes first.
      for (const app of ['web', 'verify']) {
        const words = ['build', '-c', `apps/${app}/vite.config.mts`, '--logLevel', 'warn'];
        await step(`build ${app}`, [process.execPath, vite, ...words], say, output);
      }
    },
  });
}

async function step(title, words, say, output) {
  const begin = performance.now();
  const code = await run(words, { stdio: ['ignore', output, output] });
  if (code !== 0) throw new StepFailed(`${title} failed (exit code ${code}); see the lines above.`);
  say(`${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
}

/** Runs a command in the project's folder to its end; a signal to us ends it, and then us. */
export async function run([command, ...parameters], options = {}) {
  const shell = process.platform === 'win32' && command === 'npm';
  const child = spawn(command, parameters, { cwd: root, shell, ...options });
  let signalled = null;
  const forward = (name) => {
    signalled = name;
    child.kill(name);
  };
  const names = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const name of names) process.on(name, forward);
  const code = await new Promise((resolve, reject) => {
    child.once('error', ({ message }) => reject(new StepFailed(`Cannot run ${command}: ${message}`)));
    child.once('close', (status, name) => resolve(status ?? 128 + constants.signals[name]));
  });
  for (const name of names) process.off(name, forward);
  if (signalled !== null) process.exit(128 + constants.signals[signalled]);
  return code;
}
