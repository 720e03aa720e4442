// A database of its own for each test file, copied from the migrated template.
import { randomBytes } from 'node:crypto';
import { Client } from 'pg';

/** What the test server tells the test files, as JSON in the variable YOUQUAN_TEST_SERVER. */
export interface TestServer {
  /** May create and drop databases. */
  readonly adminUrl: string;
  /** These two lead to the template; `appUrl` is the same as `ownerUrl` where there is only one login. */
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
}

export interface TestDatabase {
  /** The login that owns everything, as migrations have it. */
  readonly ownerUrl: string;
  /** The login with the rights of the running application. */
  readonly appUrl: string;
  readonly drop: () => Promise<void>;
}

export async function createTestDatabase(): Promise<TestDatabase> {
  const server = testServer();
  const name = `youquan_test_${randomBytes(6).toString('hex')}`;
  const owner = decodeURIComponent(new URL(server.ownerUrl).username);
  await administer(
    server.adminUrl,
    `create database ${name} template ${server.template}${owner && ` owner "${owner}"`}`,
  );
  return {
    ownerUrl: withDatabase(server.ownerUrl, name),
    appUrl: withDatabase(server.appUrl, name),
    drop: () => administer(server.adminUrl, `drop database ${name} with (force)`),
  };
}

export function withDatabase(address: string, name: string): string {
  const url = new URL(address);
  url.pathname = `/${name}`;
  return url.href;
}

export async function administer(address: string, ...statements: readonly string[]): Promise<void> {
  const client = new Client({ connectionString: address });
  await client.connect();
  try {
    for (const sql of statements) await client.query(sql);
  } finally {
    await client.end();
  }
}

function testServer(): TestServer {
  const described = process.env['YOUQUAN_TEST_SERVER'];
  if (!described)
    throw new Error('There is no test server: run this file as a db, e2e or sweep test with Jest.');
  return JSON.parse(described) as TestServer;
}
