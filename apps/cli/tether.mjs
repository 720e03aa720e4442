// Loaded before the application in browser tests: ends it when the pipe on its standard input closes, so that a test
// run that was killed leaves no application and no folder behind.
import { rmSync } from 'node:fs';

const stop = () => process.kill(process.pid, 'SIGTERM');
process.stdin.once('end', stop).once('error', stop).resume().unref?.();
process.once('exit', () => rmSync(process.env.STATE_DIR, { recursive: true, force: true }));
