// The only reader of process.env. All mistakes are reported together, in sentences that say what to write instead.
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { type Setting, type SettingName, settings } from './settings';

export interface Env {
  readonly port: number;
  readonly host: string;
  /** Whose X-Forwarded-* headers are believed; empty: no one's. */
  readonly trustedProxies: readonly string[];
  /** Null: use the embedded PostgreSQL in `stateDir`. */
  readonly databaseUrl: string | null;
  /** Null: migrate with `databaseUrl`. */
  readonly migrationDatabaseUrl: string | null;
  readonly poolSize: number;
  readonly stateDir: string;
  readonly worker: 'inline' | 'separate';
  readonly webDir: string;
  readonly demoData: boolean;
  readonly logLevel: string;
  /** Null: mails are kept in `mail` in `stateDir`, and none is sent. */
  readonly mailUrl: string | null;
  readonly mailFrom: string;
  /** Name of the log of deeds and of its key. */
  readonly logName: string;
  /** Null: `log-key.pem` in `stateDir`, which is made when missing; production needs a file. */
  readonly logKeyFile: string | null;
  /** The witnesses that cosign the log's checkpoints; null: none. */
  readonly logWitnessFile: string | null;
  /** Null: `fingerprint-keys` in `stateDir`, which is made when missing; production needs a file. */
  readonly fingerprintKeyFile: string | null;
  /** Null: `personal-key` in `stateDir`, which is made when missing; production needs a file. */
  readonly personalKeyFile: string | null;
  /** Without a slash at the end; mails lead there. */
  readonly siteUrl: string;
  /** The folder through which files go to the bank and come back; null: people carry them. */
  readonly bankFolder: string | null;
  /** Whether the bank behind the folder is the one that demonstrations play. */
  readonly demoBank: boolean;
  /** Whether people carry files to the tax bureau; else nobody asks it. */
  readonly taxBureau: 'none' | 'file';
  readonly production: boolean;
  /** Null: use our own samples. */
  readonly samplesDir: string | null;
}

export type Source = Readonly<Record<string, string | undefined>>;

/** A person can mend it: its message is all there is to show. */
export class EnvironmentError extends Error {
  constructor(readonly mistakes: readonly string[]) {
    super(
      `The environment has ${mistakes.length === 1 ? 'a mistake' : 'mistakes'}:\n- ${mistakes.join('\n- ')}`,
    );
  }
}

export function readEnv(source: Source = process.env): Env {
  const value = (name: SettingName) => given(source, name) ?? settings[name].fallback;
  const mistakes = [...brokenRules(source), ...contradictions(source)];
  if (mistakes.length > 0) throw new EnvironmentError(mistakes);
  const production = value('NODE_ENV') === 'production';
  const databaseUrl = value('DATABASE_URL') || null;
  const stateDir = resolve(projectFolder(), value('STATE_DIR'));
  return Object.freeze({
    port: Number(value('PORT')),
    host: value('HOST'),
    trustedProxies: listOf(value('TRUST_PROXY')),
    databaseUrl,
    migrationDatabaseUrl: value('MIGRATION_DATABASE_URL') || null,
    poolSize: Number(value('POOL_SIZE')),
    stateDir,
    worker: value('WORKER') === 'separate' ? 'separate' : 'inline',
    webDir: resolve(projectFolder(), value('WEB_DIR')),
    ...demonstrationAndBank(value, databaseUrl === null && !production, stateDir),
    taxBureau: value('TAX_BUREAU') === 'file' ? 'file' : 'none',
    logLevel: value('LOG_LEVEL'),
    mailUrl: value('MAIL_URL') || null,
    mailFrom: value('MAIL_FROM'),
    ...logOf(value),
    fingerprintKeyFile: value('FINGERPRINT_KEY_FILE')
      ? resolve(projectFolder(), value('FINGERPRINT_KEY_FILE'))
      : null,
    ...siteAndPersonalKey(value),
    production,
    samplesDir: value('SAMPLES_DIR') ? resolve(value('SAMPLES_DIR')) : null,
  });
}

function logOf(
  value: (name: 'LOG_NAME' | 'LOG_KEY_FILE' | 'LOG_WITNESS_FILE') => string,
): Pick<Env, 'logName' | 'logKeyFile' | 'logWitnessFile'> {
  return {
    logName: value('LOG_NAME'),
    logKeyFile: value('LOG_KEY_FILE') ? resolve(projectFolder(), value('LOG_KEY_FILE')) : null,
    logWitnessFile: value('LOG_WITNESS_FILE') ? resolve(projectFolder(), value('LOG_WITNESS_FILE')) : null,
  };
}

function siteAndPersonalKey(
  value: (name: 'SITE_URL' | 'HOST' | 'PORT' | 'PERSONAL_KEY_FILE') => string,
): Pick<Env, 'siteUrl' | 'personalKeyFile'> {
  return {
    siteUrl: (value('SITE_URL') || `http://${value('HOST')}:${value('PORT')}`).replace(/\/+$/, ''),
    personalKeyFile: value('PERSONAL_KEY_FILE') ? resolve(projectFolder(), value('PERSONAL_KEY_FILE')) : null,
  };
}

/** A demonstration plays its own bank, unless it is told of another. */
function demonstrationAndBank(
  value: (name: 'DEMO_DATA' | 'BANK_FOLDER') => string,
  byDefault: boolean,
  stateDir: string,
): Pick<Env, 'demoData' | 'demoBank' | 'bankFolder'> {
  const demoData = value('DEMO_DATA') === '' ? byDefault : value('DEMO_DATA') === 'on';
  const folder = value('BANK_FOLDER');
  if (folder !== '') return { demoData, demoBank: false, bankFolder: resolve(projectFolder(), folder) };
  return { demoData, demoBank: demoData, bankFolder: demoData ? join(stateDir, 'bank') : null };
}

function given(source: Source, name: SettingName): string | undefined {
  return source[name]?.trim() || undefined;
}

const listOf = (value: string): string[] =>
  value === 'off' ? [] : value.split(',').map((part) => part.trim());

function brokenRules(source: Source): string[] {
  return (Object.entries(settings) as [SettingName, Setting][]).flatMap(([name, { rule, secret }]) => {
    const value = given(source, name);
    if (value === undefined || rule === undefined || rule.holds(value)) return [];
    return [`${name} must be ${rule.words}${secret ? '.' : `; it is "${value}".`}`];
  });
}

function contradictions(source: Source): string[] {
  const production = given(source, 'NODE_ENV') === 'production';
  const cases: [boolean, string][] = [
    [
      production && given(source, 'DEMO_DATA') === 'on',
      'DEMO_DATA cannot be "on" in production, because its passwords are public.',
    ],
    [
      given(source, 'MIGRATION_DATABASE_URL') !== undefined && !given(source, 'DATABASE_URL'),
      'MIGRATION_DATABASE_URL is given without DATABASE_URL: give both, or neither for the embedded database.',
    ],
  ];
  return cases.filter(([wrong]) => wrong).map(([, sentence]) => sentence);
}

/** The folder of package.json, the same from the sources and from `dist`. */
export function projectFolder(): string {
  let folder = __dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return folder;
}
