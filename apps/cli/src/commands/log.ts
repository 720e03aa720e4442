// `log verify`, `log key` and `log rotate-key`: the whole log recomputed from the database, and what others need to
// check it.
import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { NestFactory } from '@nestjs/core';
import type { INestApplicationContext } from '@nestjs/common';
import { LogQueries, type LogVerdict, LogVerify, RotateKey } from '#audit';
import { readEnv } from '#config/env';
import { Db } from '#platform';
import { ApplicationModule } from '../../../application';
import { applicationSettings, openDatabase } from '../../../process';
import { type CommandResult, UsageError } from '../output';

/** @param keptFiles checkpoints kept elsewhere, which the log must still contain */
export async function logVerify(keptFiles: readonly string[]): Promise<CommandResult> {
  const notes = await Promise.all(keptFiles.map(keptNote));
  return inApplication(async (app) => {
    const verdict = await app
      .get(LogVerify, { strict: false })
      .verify(app.get(Db, { strict: false }).reads, notes);
    return { lines: [{ json: verdict, text: words(verdict) }], held: verdict.held };
  });
}

export async function logKey(): Promise<CommandResult> {
  return inApplication(async (app) => {
    const key = await app.get(LogQueries, { strict: false }).keyText();
    return { lines: [{ json: { key }, text: key }], held: true };
  });
}

/** @param file of the new key, made when missing */
export async function logRotateKey(file: string): Promise<CommandResult> {
  return inApplication(async (app) => {
    const rotation = await app.get(RotateKey, { strict: false }).execute(resolve(file));
    const text =
      `From size ${rotation.size} on the log is signed by\n${rotation.to}\n` +
      `Set LOG_KEY_FILE=${resolve(file)} for every process now: until then deeds wait for their places in the log.`;
    return { lines: [{ json: rotation, text }], held: true };
  });
}

async function keptNote(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new UsageError(`The checkpoint "${file}" cannot be read.`);
  }
}

function words({ held, treeSize, root, checkpoints, findings }: LogVerdict): string {
  const what = `${treeSize} leaves, ${checkpoints} checkpoints, root ${root ?? 'none'}`;
  const lines = findings.map(({ book, subject, problem, leaf, through }) => {
    const place = leaf === null ? '' : ` (leaf ${leaf}${through === undefined ? '' : ` to ${through}`})`;
    return `  ${book} ${subject}: ${problem}${place}`;
  });
  return [`The log ${held ? 'holds' : 'does not hold'}: ${what}`, ...lines].join('\n');
}

async function inApplication(
  work: (app: INestApplicationContext) => Promise<CommandResult>,
): Promise<CommandResult> {
  const env = readEnv();
  const database = await openDatabase(env);
  const module = ApplicationModule.for({ ...applicationSettings(env, database), logLevel: 'error' });
  const app = await NestFactory.createApplicationContext(module, { logger: ['error'] });
  try {
    return await work(app);
  } finally {
    await app.close();
    await database.stop();
  }
}
