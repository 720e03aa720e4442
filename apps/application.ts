// The application without its doors: what the HTTP process, the worker and the commands have in common.
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { ApprovalsModule, approvalsSchema } from '#approvals';
import { AuditModule, auditSchema, type LogSettings, LogVerify } from '#audit';
import { DeskModule, deskSchema } from '#desk';
import { DocumentsModule, documentsSchema } from '#documents';
import { FactoringModule, factoringSchema } from '#factoring';
import { IdentityModule, identitySchema } from '#identity';
import { InboxModule, inboxSchema, InboxVerify } from '#inbox';
import { type Clock, SystemClock } from '#kernel';
import { Ledger, LedgerModule, ledgerSchema } from '#ledger';
import {
  JoiningMailModule,
  PartiesModule,
  partiesSchema,
  PersonalKeyModule,
  type PersonalKeySettings,
  type TestBank,
  TestBankModule,
} from '#parties';
import {
  Db,
  FingerprintKeyModule,
  type FingerprintSettings,
  type LibrarySchema,
  MailModule,
  type MailSettings,
  PlatformModule,
  platformSchema,
} from '#platform';
import { ReceivablesModule, receivablesSchema, type TaxBureau, TaxBureauModule } from '#receivables';
import {
  CertificateSiteModule,
  RegistryModule,
  registrySchema,
  RegistryVerify,
  type StatutoryRegistry,
  StatutoryRegistryModule,
} from '#registry';
import { Limits, RiskModule, riskSchema } from '#risk';
import { type BankPort, SettlementModule, settlementSchema, SettlementVerify } from '#settlement';

/** From the ground up. */
export const schemas: readonly LibrarySchema[] = [
  platformSchema,
  auditSchema,
  partiesSchema,
  documentsSchema,
  registrySchema,
  ledgerSchema,
  identitySchema,
  deskSchema,
  approvalsSchema,
  receivablesSchema,
  riskSchema,
  factoringSchema,
  settlementSchema,
  inboxSchema,
];

export interface ApplicationSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly production: boolean;
  /** Folder of everything that is kept outside the database. */
  readonly stateDir: string;
  /** Name of the log and of its signing key; left out: that of a log of one's own. */
  readonly logName?: string;
  /** File of the log's signing key; null or left out: in `stateDir`, which production does not allow. */
  readonly logKeyFile?: string | null;
  /** File of the log's witnesses; null or left out: it has none. */
  readonly logWitnessFile?: string | null;
  /** True: a transaction inside a transaction is refused, which costs time; for tests. */
  readonly guarded?: boolean;
  /** File of the keys of fingerprints; null or left out: in `stateDir`, which production does not allow. */
  readonly fingerprintKeyFile?: string | null;
  /** File of the key of personal values; null or left out: in `stateDir`, which production does not allow. */
  readonly personalKeyFile?: string | null;
  /** The mail server; null or left out: mails are kept in `mail` in `stateDir`. */
  readonly mailUrl?: string | null;
  /** The sender that recipients see. */
  readonly mailFrom?: string;
  /** Where people open the web app; left out: this machine. */
  readonly siteUrl?: string;
  /** The statutory registry that this deployment is docked to; null or left out: people carry numbers and tables. */
  readonly statutoryRegistry?: StatutoryRegistry | null;
  /** The bank that is spoken to; null or left out: people carry the files. */
  readonly bank?: BankPort | null;
  /** The bank that sends the cent of account tests; null or left out: the operator does so by hand. */
  readonly testBank?: TestBank | null;
  /** How the tax bureau is asked; null or left out: not at all. */
  readonly taxBureau?: TaxBureau | null;
  /** Threads for long computations; none when left out. */
  readonly threads?: number;
  /** Left out: the machine's clock. */
  readonly clock?: Clock;
}

@Module({})
export class ApplicationModule {
  /** @throws when production is asked to run on any other clock than the machine's */
  static for(settings: ApplicationSettings): DynamicModule {
    const { databaseUrl, poolSize, logLevel, guarded = false, clock = new SystemClock(), threads } = settings;
    if (settings.production && !(clock instanceof SystemClock))
      throw new Error('Production runs on the machine’s clock only.');
    return {
      module: ApplicationModule,
      imports: [
        PlatformModule.forProcess({ databaseUrl, poolSize, logLevel, clock, guarded, schemas, threads }),
        MailModule.forProcess(mailSettings(settings)),
        AuditModule.forProcess(logSettings(settings)),
        PersonalKeyModule.forProcess(personalKeySettings(settings)),
        JoiningMailModule.forProcess(siteOf(settings)),
        CertificateSiteModule.forProcess({ siteUrl: siteOf(settings) }),
        TestBankModule.forProcess(settings.testBank ?? null),
        StatutoryRegistryModule.forProcess(settings.statutoryRegistry ?? null),
        PartiesModule,
        DocumentsModule.forProcess(join(settings.stateDir, 'files')),
        RegistryModule,
        LedgerModule,
        IdentityModule,
        DeskModule,
        ApprovalsModule,
        FingerprintKeyModule.forProcess(fingerprintSettings(settings)),
        TaxBureauModule.forProcess(settings.taxBureau ?? null),
        ReceivablesModule,
        RiskModule,
        FactoringModule,
        SettlementModule.forProcess(settings.bank ?? null),
        InboxModule,
      ],
    };
  }
}

function logSettings(settings: ApplicationSettings): LogSettings {
  const { logName, logKeyFile, logWitnessFile, stateDir, production } = settings;
  return {
    name: logName ?? 'youquan.local/log',
    keyFile: logKeyFile ?? (production ? '' : join(stateDir, 'log-key.pem')),
    mayMakeKey: !production,
    keptCheckpoint: join(stateDir, 'log-checkpoint'),
    witnessFile: logWitnessFile ?? null,
  };
}

const siteOf = ({ siteUrl }: ApplicationSettings): string => siteUrl ?? 'http://127.0.0.1:3000';

function mailSettings(settings: ApplicationSettings): MailSettings {
  const { mailUrl, mailFrom, stateDir } = settings;
  return {
    url: mailUrl ?? null,
    siteUrl: siteOf(settings),
    from: mailFrom ?? 'Youquan <no-reply@localhost>',
    folder: join(stateDir, 'mail'),
  };
}

function fingerprintSettings({
  fingerprintKeyFile,
  stateDir,
  production,
}: ApplicationSettings): FingerprintSettings {
  return {
    keyFile: fingerprintKeyFile ?? (production ? '' : join(stateDir, 'fingerprint-keys')),
    mayMakeKey: !production,
  };
}

function personalKeySettings({
  personalKeyFile,
  stateDir,
  production,
}: ApplicationSettings): PersonalKeySettings {
  return {
    keyFile: personalKeyFile ?? (production ? '' : join(stateDir, 'personal-key')),
    mayMakeKey: !production,
  };
}

export interface BookFinding {
  readonly book: string;
  readonly subject: string;
  readonly problem: string;
}

/** Recomputes what is derived from the books and compares; answers what differs, by library. */
export async function verifyBooks(
  app: INestApplicationContext,
): Promise<Record<string, readonly BookFinding[]>> {
  const { reads } = app.get(Db, { strict: false });
  return {
    audit: (await app.get(LogVerify, { strict: false }).verify(reads)).findings,
    registry: await app.get(RegistryVerify, { strict: false }).verify(reads),
    ledger: await app.get(Ledger, { strict: false }).verify(reads),
    risk: await app.get(Limits, { strict: false }).verify(reads),
    settlement: await app.get(SettlementVerify, { strict: false }).verify(reads),
    inbox: await app.get(InboxVerify, { strict: false }).verify(reads),
  };
}
