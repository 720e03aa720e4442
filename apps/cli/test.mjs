// `npm test`: installs, builds and runs every kind of test. With arguments (`npm test -- --selectProjects spec`, or a
// path) only Jest runs, and gets them. The last line counts all kinds together.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runBrowserTests } from './browser-tests.mjs';
import { guarded, inRoot, prepare, root, run } from './steps.mjs';

await guarded(1, async () => {
  process.chdir(root);
  const chosen = process.argv.slice(2);
  await prepare({ say: console.log, output: 'inherit' });
  const stages = [await timed('jest', () => runJest(chosen))];
  if (chosen.length === 0) stages.push(await timed('browser', () => runBrowserTests(console.log)));
  const total = (kind) => stages.reduce((sum, stage) => sum + stage[kind], 0);
  const [passed, failed, skipped] = ['passed', 'failed', 'skipped'].map(total);
  console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
});

async function timed(title, stage) {
  const begin = performance.now();
  const result = await stage();
  console.log(`${title}: ${((performance.now() - begin) / 1000).toFixed(1)} s`);
  return result;
}

async function runJest(chosen) {
  const folder = mkdtempSync(join(tmpdir(), 'youquan-jest-'));
  const report = join(folder, 'report.json');
  const jest = inRoot('node_modules', 'jest', 'bin', 'jest.js');
  const words = ['--config', inRoot('config', 'jest', 'jest.config.cjs'), '--json', `--outputFile=${report}`];
  // With --json Jest prints the report on standard output as well; people read what it says on standard error.
  const code = await run([process.execPath, jest, ...words, ...chosen], {
    stdio: ['inherit', 'ignore', 'inherit'],
  });
  const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : null;
  rmSync(folder, { recursive: true, force: true });
  return countJest(results, code);
}

/** A file that cannot even be loaded counts as one failed test, and so does a run that ended badly in another way. */
function countJest(results, code) {
  if (results === null) return { passed: 0, failed: 1, skipped: 0 };
  const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
  return {
    passed: results.numPassedTests,
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: results.numPendingTests + results.numTodoTests,
  };
}
