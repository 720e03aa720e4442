// The two logins beside the superuser: `owner` owns the databases and migrates, `app` serves and may do less.
import { Client } from 'pg';
import { APP, type Login, OWNER } from './data-folder';

/** Creates them, or gives them the passwords of our files again. */
export async function ensureLogins(adminUrl: string, passwordOf: (login: Login) => string): Promise<void> {
  await administer(adminUrl, async (client) => {
    const known = await client.query<{ rolname: string }>('select rolname from pg_roles');
    for (const login of [OWNER, APP] as const) {
      const verb = known.rows.some(({ rolname }) => rolname === login) ? 'alter' : 'create';
      const rights = 'login nosuperuser nocreatedb nocreaterole noreplication nobypassrls';
      const password = client.escapeLiteral(passwordOf(login));
      await client.query(
        `${verb} role ${client.escapeIdentifier(login)} with ${rights} password ${password}`,
      );
    }
  });
}

/** Creates the database when it is not there; `owner` null leaves it to the login of `adminUrl`. */
export async function ensureDatabase(adminUrl: string, name: string, owner: string | null): Promise<void> {
  await administer(adminUrl, async (client) => {
    const found = await client.query('select 1 from pg_database where datname = $1', [name]);
    if (found.rowCount !== 0) return;
    const ownedBy = owner === null ? '' : ` owner ${client.escapeIdentifier(owner)}`;
    try {
      await client.query(`create database ${client.escapeIdentifier(name)}${ownedBy}`);
    } catch (error) {
      // Another process may have created it since we looked.
      if ((error as { code?: string }).code !== '42P04') throw error;
    }
  });
}

/** True when the server answers; false while it starts or stops; throws when it refuses our password. */
export async function answers(url: string): Promise<boolean> {
  try {
    await administer(url, () => Promise.resolve());
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === '28P01') throw error;
    return false;
  }
}

async function administer(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  // A server that goes away while we are idle is noticed by the next query.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}
