// The PostgreSQL of a test run: prints its addresses as one line of JSON and clears away when its standard input
// closes. A throwaway server without durability, or the one TEST_DATABASE_URL or DATABASE_URL points to.
import 'reflect-metadata';
import { randomBytes } from 'node:crypto';
import { ensureDatabase, startEmbeddedPostgres } from '#platform';
import { migrateDatabase } from '../../apps/migrate';
import { administer, type TestServer, withDatabase } from './database';

interface Started {
  readonly server: TestServer;
  readonly stop: () => Promise<void>;
}

async function main(): Promise<void> {
  const closed = new Promise((resolve) => process.stdin.resume().once('end', resolve).once('close', resolve));
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, () => process.stdin.destroy());
  const external = process.env['TEST_DATABASE_URL'] ?? process.env['DATABASE_URL'];
  const { server, stop } = await (external ? useExternal(external) : startOwn());
  try {
    const appLogin = new URL(server.appUrl).username;
    const migrationUrl = server.ownerUrl;
    await migrateDatabase({ migrationUrl, appLogin: server.appUrl === migrationUrl ? null : appLogin });
    process.stdout.write(`${JSON.stringify(server)}\n`);
    await closed;
  } finally {
    await stop();
  }
}

async function startOwn(): Promise<Started> {
  const postgres = await startEmbeddedPostgres({
    throwaway: true,
    settings: {
      fsync: 'off',
      synchronous_commit: 'off',
      full_page_writes: 'off',
      max_connections: '300',
    },
  });
  const template = 'youquan_test_template';
  await ensureDatabase(postgres.adminUrl, template, 'owner');
  const server = {
    adminUrl: postgres.adminUrl,
    ownerUrl: postgres.ownerUrl(template),
    appUrl: postgres.appUrl(template),
    template,
  };
  return { server, stop: () => postgres.stop() };
}

/** Each run has its own template and logins, so that several runs may share the server. */
async function useExternal(adminUrl: string): Promise<Started> {
  const run = randomBytes(4).toString('hex');
  const template = `youquan_test_template_${run}`;
  const password = randomBytes(18).toString('base64url');
  const logins = [`youquan_test_owner_${run}`, `youquan_test_app_${run}`] as const;
  const separate = await createLogins(adminUrl, logins, password);
  const as = (login: string) => {
    const url = new URL(withDatabase(adminUrl, template));
    if (separate) Object.assign(url, { username: login, password });
    return url.href;
  };
  await ensureDatabase(adminUrl, template, separate ? logins[0] : null);
  const stop = async () => {
    await administer(adminUrl, `drop database ${template} with (force)`);
    if (separate) await administer(adminUrl, ...logins.map((login) => `drop role ${login}`));
  };
  return { server: { adminUrl, ownerUrl: as(logins[0]), appUrl: as(logins[1]), template }, stop };
}

/** False where the given login may not create others: then it is owner and application in one. */
async function createLogins(adminUrl: string, logins: readonly string[], password: string): Promise<boolean> {
  try {
    const statements = logins.map((login) => `create role ${login} login password '${password}'`);
    await administer(
      adminUrl,
      'begin',
      ...statements,
      `grant ${logins.join(', ')} to current_user`,
      'commit',
    );
    return true;
  } catch {
    return false;
  }
}

void main();
