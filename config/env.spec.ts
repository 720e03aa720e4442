import { join } from 'node:path';
import { EnvironmentError, readEnv, type Source } from './env';
import { environmentTable } from './env-table';
import { settings } from './settings';

const ADDRESS = 'postgres://someone:secret@db.example/youquan';

function mistakesOf(source: Source): readonly string[] {
  try {
    readEnv(source);
    return [];
  } catch (error) {
    if (error instanceof EnvironmentError) return error.mistakes;
    throw error;
  }
}

describe('the environment', () => {
  it('needs nothing at all', () => {
    const env = readEnv({});
    expect(env).toMatchObject({ port: 3000, host: '127.0.0.1', databaseUrl: null });
    expect(env).toMatchObject({ worker: 'inline', demoData: true, production: false });
    expect(env.stateDir).toBe(join(__dirname, '..', '.youquan'));
  });

  it('takes an empty variable for an absent one', () => {
    expect(readEnv({ PORT: '', WORKER: ' ', DATABASE_URL: '' })).toEqual(readEnv({}));
  });

  it.each([
    [{ PORT: '3000x' }, 'PORT'],
    [{ PORT: '65536' }, 'PORT'],
    [{ PORT: '-1' }, 'PORT'],
    [{ WORKER: 'outside' }, 'WORKER'],
    [{ POOL_SIZE: '0' }, 'POOL_SIZE'],
    [{ DATABASE_URL: 'mysql://db/youquan' }, 'DATABASE_URL'],
    [{ DATABASE_URL: 'db.example' }, 'DATABASE_URL'],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    [{ MAIL_URL: 'mail.example:25' }, 'MAIL_URL'],
    [{ MAIL_URL: 'https://mail.example' }, 'MAIL_URL'],
    [{ MAIL_FROM: 'Youquan' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'a@b.example, c@d.example' }, 'MAIL_FROM'],
    [{ TRUST_PROXY: 'on' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '1' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.1,' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/33' }, 'TRUST_PROXY'],
    [{ TRUST_PROXY: '10.0.0.0/8/8' }, 'TRUST_PROXY'],
    [{ DEMO_DATA: 'yes' }, 'DEMO_DATA'],
    [{ NODE_ENV: 'production', DEMO_DATA: 'on' }, 'DEMO_DATA'],
    [{ MIGRATION_DATABASE_URL: ADDRESS }, 'MIGRATION_DATABASE_URL'],
  ])('refuses %j', (source, name) => {
    const mistakes = mistakesOf(source);
    expect(mistakes).toHaveLength(1);
    expect(mistakes[0]).toMatch(new RegExp(`^${name} `));
  });

  it.each([
    [{}, null, 'Youquan <no-reply@localhost>'],
    [
      { MAIL_URL: 'smtps://someone:secret@mail.example:465', MAIL_FROM: '右券 <post@mail.example>' },
      'smtps://someone:secret@mail.example:465',
      '右券 <post@mail.example>',
    ],
    [
      { MAIL_URL: 'smtp://127.0.0.1:1025', MAIL_FROM: 'post@mail.example' },
      'smtp://127.0.0.1:1025',
      'post@mail.example',
    ],
  ])('%j sends by %s as %s', (source, mailUrl, mailFrom) => {
    expect(readEnv(source)).toMatchObject({ mailUrl, mailFrom });
  });

  it.each([
    [{}, []],
    [{ TRUST_PROXY: 'off' }, []],
    [{ TRUST_PROXY: '10.0.0.1, 2001:db8::/32,loopback' }, ['10.0.0.1', '2001:db8::/32', 'loopback']],
  ])('%j believes the proxies %j', (source, expected) => {
    expect(readEnv(source).trustedProxies).toEqual(expected);
  });

  it('reports all mistakes together', () => {
    expect(mistakesOf({ PORT: 'x', WORKER: 'y', NODE_ENV: 'production', DEMO_DATA: 'on' })).toHaveLength(3);
  });

  it('never repeats a secret', () => {
    const secrets = { DATABASE_URL: 'postgres//user:hunter2@db' };
    expect(mistakesOf(secrets).join()).not.toMatch(/hunter2/);
  });

  it.each([
    [{}, true],
    [{ DATABASE_URL: ADDRESS }, false],
    [{ DATABASE_URL: ADDRESS, DEMO_DATA: 'on' }, true],
    [{ DEMO_DATA: 'off' }, false],
    [{ NODE_ENV: 'production' }, false],
  ])('%j has demonstration data: %p', (source, expected) => {
    expect(readEnv(source).demoData).toBe(expected);
  });

  const own = join(__dirname, '..');
  it.each([
    [{}, join(own, '.youquan', 'bank'), true],
    [{ DEMO_DATA: 'off' }, null, false],
    [{ NODE_ENV: 'production' }, null, false],
    [{ DATABASE_URL: ADDRESS, DEMO_DATA: 'on', STATE_DIR: '/state' }, '/state/bank', true],
    [{ BANK_FOLDER: 'exchange' }, join(own, 'exchange'), false],
    [{ BANK_FOLDER: '/exchange', NODE_ENV: 'production' }, '/exchange', false],
  ])('%j reaches the bank through %p, played by the demonstration: %p', (source, bankFolder, demoBank) => {
    expect(readEnv(source)).toMatchObject({ bankFolder, demoBank });
  });

  it('is described setting by setting', () => {
    const table = environmentTable();
    for (const name of Object.keys(settings)) expect(table).toContain(`| \`${name}\` |`);
  });
});
