// The application without its doors: what the HTTP process, the worker and the commands have in common.
import { join } from 'node:path';
import { type DynamicModule, type INestApplicationContext, Module } from '@nestjs/common';
import { AuditModule, auditSchema } from '#audit';
import { DocumentsModule, documentsSchema } from '#documents';
import { FactoringModule, factoringSchema } from '#factoring';
import { IdentityModule, identitySchema } from '#identity';
import { type Clock, SystemClock } from '#kernel';
import { Ledger, LedgerModule, ledgerSchema } from '#ledger';
import { PartiesModule, partiesSchema } from '#parties';
import { Db, type LibrarySchema, PlatformModule, platformSchema } from '#platform';
import { ReceivablesModule, receivablesSchema } from '#receivables';
import { RegistryModule, registrySchema, RegistryVerify } from '#registry';
import { Limits, RiskModule, riskSchema } from '#risk';

/** From the ground up. */
export const schemas: readonly LibrarySchema[] = [
  platformSchema,
  auditSchema,
  partiesSchema,
  documentsSchema,
  registrySchema,
  ledgerSchema,
  identitySchema,
  receivablesSchema,
  riskSchema,
  factoringSchema,
];

export interface ApplicationSettings {
  readonly databaseUrl: string;
  readonly poolSize: number;
  readonly logLevel: string;
  readonly production: boolean;
  /** Folder of everything that is kept outside the database. */
  readonly stateDir: string;
  /** Left out: the machine's clock. */
  readonly clock?: Clock;
}

@Module({})
export class ApplicationModule {
  /** @throws when production is asked to run on any other clock than the machine's */
  static for(settings: ApplicationSettings): DynamicModule {
    const { databaseUrl, poolSize, logLevel, clock = new SystemClock() } = settings;
    if (settings.production && !(clock instanceof SystemClock))
      throw new Error('Production runs on the machine’s clock only.');
    return {
      module: ApplicationModule,
      imports: [
        PlatformModule.forProcess({ databaseUrl, poolSize, logLevel, clock, schemas }),
        AuditModule,
        PartiesModule,
        DocumentsModule.forProcess(join(settings.stateDir, 'files')),
        RegistryModule,
        LedgerModule,
        IdentityModule,
        ReceivablesModule,
        RiskModule,
        FactoringModule,
      ],
    };
  }
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
    registry: await app.get(RegistryVerify, { strict: false }).verify(reads),
    ledger: await app.get(Ledger, { strict: false }).verify(reads),
    risk: await app.get(Limits, { strict: false }).verify(reads),
  };
}
