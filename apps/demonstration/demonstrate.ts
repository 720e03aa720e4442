// Fills an empty platform for a newcomer, lays ten invoices ready to be dropped, and says who can sign in.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INestApplicationContext } from '@nestjs/common';
import { Bootstrap } from '#identity';
import { type Clock, type LocalDate, todayOf } from '#kernel';
import { CLOCK, hashOf } from '#platform';
import { DEMO_PASSWORD, OPERATOR, OPERATOR_PERSON, people } from './cast';
import { invoicesToTry } from './invoices-to-try';
import { openingScene } from './opening-scene';
import { settleCast } from './people';

interface Running {
  readonly app: INestApplicationContext;
  readonly url: string;
}
interface Demonstrated {
  readonly stateDir: string;
  readonly databaseUrl: string | null;
}

/** The first operator of an empty platform; false when it had one. */
export async function bootstrapOperator(app: INestApplicationContext): Promise<boolean> {
  const { legalName, uscc } = OPERATOR;
  const { login, name } = OPERATOR_PERSON;
  try {
    await app.get(Bootstrap, { strict: false }).execute({
      organisation: { legalName, identifiers: [{ scheme: 'USCC', value: uscc }] },
      user: { login, name, password: DEMO_PASSWORD },
    });
    return true;
  } catch (error) {
    if ((error as { code?: string }).code === 'identity.already_begun') return false;
    throw error;
  }
}

/** Two empty files beside the data tell a filling that was cut off from one that is done, for each database. */
function markers(stateDir: string, databaseUrl: string | null) {
  const { host, pathname } = databaseUrl ? new URL(databaseUrl) : { host: 'embedded', pathname: '' };
  const name = `demonstration-${hashOf([host, pathname]).slice(0, 12)}`;
  return { begun: join(stateDir, `${name}.begun`), done: join(stateDir, `${name}.done`) };
}

/** Lines to print. A database that others filled is left alone; a filling that was cut off is finished. */
export async function demonstrate({ app, url }: Running, env: Demonstrated): Promise<string[]> {
  const { begun, done } = markers(env.stateDir, env.databaseUrl);
  const today = todayOf(app.get<Clock>(CLOCK, { strict: false }));
  if (!existsSync(done)) {
    if (!existsSync(begun)) {
      mkdirSync(env.stateDir, { recursive: true });
      writeFileSync(begun, '');
      if (!(await bootstrapOperator(app))) {
        rmSync(begun);
        return [];
      }
    }
    await openingScene(await settleCast(url, OPERATOR_PERSON.login), today);
    writeFileSync(done, '');
  }
  return [...signIns(), `Ten invoices to upload as mingyuan: ${layOut(env.stateDir, today)}`];
}

function signIns(): string[] {
  const rows = [OPERATOR_PERSON, ...people].map(
    ({ login, name, roles }) => `  ${login.padEnd(16)} ${roles.join(', ').padEnd(22)} ${name}`,
  );
  return [`Sign in with the password ${DEMO_PASSWORD} as`, ...rows];
}

/** Dated anew at each start, so that they can be financed whenever a newcomer comes. */
function layOut(stateDir: string, today: LocalDate): string {
  const folder = join(stateDir, 'invoices-to-try', today);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of invoicesToTry(today)) writeFileSync(join(folder, name), text);
  return folder;
}
