// Once per Jest run: lets go of the test server and waits until it has cleared everything away.
import { once } from 'node:events';

export default async function stopDatabase(): Promise<void> {
  const server = globalThis.testServer;
  if (server?.exitCode !== null) return;
  // It did not keep Jest alive so far; now Jest waits for it.
  server.ref();
  const ended = once(server, 'exit');
  server.stdin?.end();
  await ended;
}
