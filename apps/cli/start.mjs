// `npm start`: from a fresh clone to a running application with nothing installed but Node.
// The application runs in this very process, so that a signal to it stops everything in order.
import { createServer } from 'node:net';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { takeLock } from './lock.mjs';
import { guarded, inRoot, prepare, root, StepFailed } from './steps.mjs';

await guarded(1, async () => {
  process.chdir(root);
  refuseTwin();
  await refuseBusyPort(Number(process.env.PORT || 3000), process.env.HOST || '127.0.0.1');
  await prepare({ say: console.log, output: 'inherit' });
});
await import(pathToFileURL(inRoot('dist', 'apps', 'api', 'src', 'main.js')).href);

/** With an external database several processes may serve from one folder; the embedded one has one keeper. */
function refuseTwin() {
  if (process.env.DATABASE_URL) return;
  const stateDir = resolve(root, process.env.STATE_DIR || '.youquan');
  const holder = lockOf(stateDir);
  if (holder !== 0)
    throw new StepFailed(
      `Youquan already runs on ${stateDir} (process ${holder}); stop it first, or set STATE_DIR.`,
    );
}

function lockOf(stateDir) {
  try {
    return takeLock(resolve(stateDir, 'start.lock'));
  } catch (error) {
    throw new StepFailed(
      `Cannot write to the state folder ${stateDir} (${error.code}): set STATE_DIR to another.`,
    );
  }
}

/** Said before the minutes of installing and building, not after. */
async function refuseBusyPort(port, host) {
  if (!(port > 0 && port < 65_536)) return;
  const code = await new Promise((done) => {
    const probe = createServer().once('error', (error) => done(error.code));
    probe.listen(port, host, () => probe.close(() => done(null)));
  });
  if (code === 'EADDRINUSE')
    throw new StepFailed(
      `Port ${port} is in use: stop what uses it, or choose another: PORT=${port + 1} npm start`,
    );
}
