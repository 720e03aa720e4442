// `db migrate` and `db verify`: the schema brought to this build; every book recomputed and compared.
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { readEnv } from '#config/env';
import { ApplicationModule, verifyBooks } from '../../../application';
import { migrateDatabase } from '../../../migrate';
import { applicationSettings, openDatabase } from '../../../process';
import type { CommandLine, CommandResult } from '../output';

export async function dbMigrate(): Promise<CommandResult> {
  const database = await openDatabase(readEnv());
  try {
    const names = await migrateDatabase({ migrationUrl: database.ownerUrl, appLogin: database.appLogin });
    const done = names.map((migration) => ({ json: { migration }, text: `migrated ${migration}` }));
    const none = { json: { migration: null }, text: 'The schema was up to date.' };
    return { lines: done.length > 0 ? done : [none], held: true };
  } finally {
    await database.stop();
  }
}

/** One line per library with a book, and one per thing that is not as it should be. */
export async function dbVerify(): Promise<CommandResult> {
  const env = readEnv();
  const database = await openDatabase(env);
  const module = ApplicationModule.for({ ...applicationSettings(env, database), logLevel: 'error' });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  try {
    const found = Object.entries(await verifyBooks(app));
    const lines = found.flatMap(([library, findings]): CommandLine[] => {
      const held = findings.length === 0;
      const summary = held ? 'holds' : `${findings.length} findings`;
      return [
        { json: { library, held, findings: findings.length }, text: `${library}: ${summary}` },
        ...findings.map((finding) => ({
          json: finding,
          text: `  ${finding.book} ${finding.subject}: ${finding.problem}`,
        })),
      ];
    });
    return { lines, held: found.every(([, findings]) => findings.length === 0) };
  } finally {
    await app.close();
    await database.stop();
  }
}
