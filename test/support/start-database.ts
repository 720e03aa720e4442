// Once per Jest run: starts the test server and hands its addresses to the test files through the environment.
// A child process from `dist`, because Jest's global setup sees neither our import conditions nor our transforms.
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

declare global {
  var testServer: ChildProcess | undefined;
}

export default async function startDatabase(): Promise<void> {
  if (process.env['YOUQUAN_TEST_SERVER']) return;
  const script = resolve(__dirname, '../../dist/test/support/test-server.js');
  if (!existsSync(script)) throw new Error('Tests with a database need the built test server: npm run build');
  // The server lives as long as this pipe: when Jest ends in whatever way, everything it started is gone.
  const server = spawn(process.execPath, [script], { stdio: ['pipe', 'pipe', 'inherit'] });
  globalThis.testServer = server;
  process.env['YOUQUAN_TEST_SERVER'] = await firstLine(server);
  server.unref();
}

function firstLine(server: ChildProcess): Promise<string> {
  return new Promise((resolveLine, reject) => {
    let text = '';
    server.stdout?.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      const end = text.indexOf('\n');
      if (end >= 0) resolveLine(text.slice(0, end));
    });
    server.once('error', reject);
    server.once('exit', () => reject(new Error('The test server ended before it was ready; see above.')));
  });
}
