// The platform as its operator runs it, a process on a durable database, with the cast on board and work laid out.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { addDays, dateOf, money } from '#kernel';
import { ApplicationModule } from '../../apps/application';
import { castOrganisation, DEMO_PASSWORD, OPERATOR_PERSON } from '../../apps/demonstration/cast';
import { Client, type UploadFile } from '../../apps/demonstration/client';
import { bootstrapOperator } from '../../apps/demonstration/demonstrate';
import { ublInvoice } from '../../apps/demonstration/invoice-text';
import { settleCast } from '../../apps/demonstration/people';
import { confirm, setLimit, upload } from '../../apps/demonstration/steps';
import { ApiProcess } from './api-process';
import { DatabaseProcess } from './database-process';
import type { Role } from './errands';

const LOGINS: Readonly<Record<Role, string>> = {
  lawyer: 'lawyer',
  supplier: 'mingyuan',
  maker: 'huadong.maker',
  checker: 'huadong.checker',
  bank: 'jiangnan',
};
const AT_ONCE = 50;
const today = dateOf(new Date());

export class CrashWorld {
  private constructor(
    readonly stateDir: string,
    readonly database: DatabaseProcess,
    readonly api: ApiProcess,
    readonly idOf: (organisation: string) => string,
    readonly tokens: Readonly<Record<Role, string>>,
  ) {}

  static async start(): Promise<CrashWorld> {
    const folder = mkdtempSync(join(tmpdir(), 'youquan-faults-'));
    // PostgreSQL runs as another account when we are root, and must be able to enter.
    chmodSync(folder, 0o755);
    const stateDir = join(folder, 'state');
    mkdirSync(stateDir, { mode: 0o755 });
    const database = await DatabaseProcess.start(stateDir);
    const api = await newApi(database, stateDir);
    await api.start();
    await appointOperator(database.appUrl, stateDir);
    const { anyone, ids } = await settleCast(api.url, OPERATOR_PERSON.login);
    const tokens = {} as Record<Role, string>;
    for (const [role, login] of Object.entries(LOGINS) as [Role, string][])
      tokens[role] = (
        await anyone.post<{ token: string }>('/auth/sign-in', { login, password: DEMO_PASSWORD })
      ).token;
    const riskOfficer = await anyone.signIn('jiangnan.risk', DEMO_PASSWORD);
    await setLimit(riskOfficer, ids.get('huadong') ?? '', money('900000000000.00', 'CNY'));
    return new CrashWorld(stateDir, database, api, (key) => ids.get(key) ?? '', tokens);
  }

  client(role: Role): Client {
    return new Client(this.api.url, this.tokens[role]);
  }

  /** Listed receivables with numbers from `prefix`-0 on; confirmed by the debtor if told so. */
  async receivables(prefix: string, count: number, isConfirmed: boolean): Promise<string[]> {
    const ids: string[] = [];
    for (let from = 0; from < count; from += AT_ONCE) {
      const numbers = Array.from(
        { length: Math.min(AT_ONCE, count - from) },
        (_, n) => `${prefix}-${from + n}`,
      );
      const outcomes = await upload(this.client('supplier'), numbers.map(bill));
      const made = outcomes.map(({ receivableId }) => receivableId ?? '');
      if (isConfirmed) await confirm(this.client('maker'), this.client('checker'), made);
      ids.push(...made);
    }
    return ids;
  }

  async close(): Promise<void> {
    await this.api.kill();
    await this.database.stop();
    rmSync(join(this.stateDir, '..'), { recursive: true, force: true });
  }
}

/** An invoice of the supplier to the debtor. */
export function bill(number: string): UploadFile {
  const text = ublInvoice({
    ...{ number, seller: castOrganisation('mingyuan'), buyer: castOrganisation('huadong') },
    ...{ issueDate: addDays(today, -5), dueDate: addDays(today, 90), item: '轴承' },
    net: money('1000.00', 'CNY'),
  });
  return { name: `${number}.xml`, bytes: new TextEncoder().encode(text) };
}

async function newApi(database: DatabaseProcess, stateDir: string): Promise<ApiProcess> {
  const port = await freePort();
  return new ApiProcess(`http://127.0.0.1:${port}`, {
    PATH: process.env['PATH'] ?? '',
    DATABASE_URL: database.appUrl,
    MIGRATION_DATABASE_URL: database.ownerUrl,
    ...{ STATE_DIR: stateDir, PORT: String(port), POOL_SIZE: '16', WORKER: 'inline' },
    ...{ DEMO_DATA: 'off', LOG_LEVEL: 'fatal' },
  });
}

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => resolve(port));
    });
  });

async function appointOperator(databaseUrl: string, stateDir: string): Promise<void> {
  const settings = { databaseUrl, poolSize: 2, logLevel: 'silent', production: false, stateDir };
  const application = await NestFactory.createApplicationContext(ApplicationModule.for(settings), {
    logger: false,
  });
  await bootstrapOperator(application).finally(() => application.close());
}
