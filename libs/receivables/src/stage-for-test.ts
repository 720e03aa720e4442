// The libraries that receivables stand on, on a real database, with a supplier, a debtor and people of each.
import { rmSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AuditModule, auditSchema, THE_PLATFORM } from '#audit';
import { DocumentsModule, documentsSchema } from '#documents';
import { ManualClock, newId } from '#kernel';
import { type Capability, OnboardOrganisation, partiesSchema } from '#parties';
import {
  type Actor,
  type Command,
  Db,
  type IncomingFile,
  EVERYONE,
  MailModule,
  PlatformModule,
  platformSchema,
  WITHOUT_SIGN_IN,
  FingerprintKeyModule,
} from '#platform';
import { registrySchema } from '#registry';
import type { TaxBureau } from './domain/tax/tax-bureau';
import { receivablesSchema } from './index';
import { ReceivablesModule } from './receivables.module';
import { TaxBureauModule } from './use-cases/tax/tax-bureau.module';
import { ReceiveUpload } from './use-cases/uploads/receive-upload';
import type { UploadShown } from './use-cases/uploads/uploads.queries';

@Module({})
class StageModule {}

export const COLUMNS = [
  'number',
  'issue_date',
  'due_date',
  'currency',
  'seller_name',
  'seller_id',
  'buyer_name',
  'buyer_id',
  'net_amount',
  'gross_amount',
  'type',
  'preceding_invoice',
  'status',
] as const;
export type InvoiceCells = Readonly<Partial<Record<(typeof COLUMNS)[number], string>>>;

/** A CSV of invoices from the stage's supplier to its debtor, unless a row says otherwise. */
export function csv(...rows: readonly InvoiceCells[]): string {
  const lines = rows.map((row) => {
    const cells: InvoiceCells = { ...USUAL, ...row };
    return COLUMNS.map((column) => cells[column] ?? '').join(',');
  });
  return [COLUMNS.join(','), ...lines].join('\r\n');
}

const USUAL: InvoiceCells = {
  issue_date: '2026-01-15',
  due_date: '2026-04-15',
  currency: 'EUR',
  seller_name: 'Supplier GmbH',
  seller_id: 'DE111111111',
  buyer_name: 'Debtor GmbH',
  buyer_id: 'DE222222222',
  net_amount: '1000.00',
  gross_amount: '1000.00',
};

export async function* filesOf(...contents: readonly string[]): AsyncGenerator<IncomingFile> {
  for (const [index, content] of contents.entries())
    yield { name: `invoices-${index + 1}.csv`, bytes: Buffer.from(content) };
}

const actorOf = (organisationId: string, ...permissions: string[]): Actor => ({
  ...WITHOUT_SIGN_IN,
  userId: newId(1),
  organisationId,
  roles: [],
  permissions: new Set(permissions),
  scope: { organisations: [organisationId] },
  sessionId: `session of ${permissions.join()}`,
});

export const commandOf = (actor: Actor, key?: string): Command => ({
  actor,
  idempotency: key === undefined ? null : { route: 'POST /test', key, requestHash: 'same' },
});

export async function stageForTest(databaseUrl: string, bureau: TaxBureau | null = null) {
  const clock = new ManualClock(new Date('2026-01-20T02:00:00Z'));
  const schemas = [
    platformSchema,
    auditSchema,
    partiesSchema,
    documentsSchema,
    registrySchema,
    receivablesSchema,
  ];
  const dir = await mkdtemp(join(tmpdir(), 'receivables-'));
  const imports = [
    PlatformModule.forProcess({ databaseUrl, poolSize: 8, logLevel: 'silent', clock, schemas }),
    MailModule.forProcess({
      url: null,
      from: 'Youquan <no-reply@stage.example>',
      folder: join(dir, 'mail'),
      siteUrl: 'https://stage.example',
    }),
    AuditModule,
    DocumentsModule.forProcess(dir),
    FingerprintKeyModule.forProcess({ keyFile: join(dir, 'fingerprint-keys'), mayMakeKey: true }),
    TaxBureauModule.forProcess(bureau),
    ReceivablesModule,
  ];
  const app = await NestFactory.createApplicationContext({ module: StageModule, imports }, { logger: false });
  const db = app.get(Db);
  const onboarding = app.get(OnboardOrganisation, { strict: false });
  const onboard = async (legalName: string, value: string, capability: Capability, local?: string) => {
    const identifiers = [
      { scheme: 'VAT' as const, value },
      ...(local === undefined ? [] : [{ scheme: 'LOCAL' as const, value: local }]),
    ];
    const wish = { legalName, capabilities: [capability], identifiers };
    return (await db.run((tx) => onboarding.onboard(tx, THE_PLATFORM, wish))).id;
  };
  const supplierId = await onboard('Supplier GmbH', 'DE111111111', 'supplier', 'HRB-4711');
  const debtorId = await onboard('Debtor GmbH', 'DE222222222', 'core_enterprise');
  const rivalId = await onboard('Rival GmbH', 'DE333333333', 'supplier');
  const operatorId = await onboard('Operator GmbH', 'DE444444444', 'operator');
  const supplier = actorOf(supplierId, 'receivable.complete', 'request.create');
  return {
    ...{ app, db, clock, dir, supplier, debtorId },
    rival: actorOf(rivalId, 'receivable.complete', 'request.create'),
    operator: { ...actorOf(operatorId, 'duplicate.clear'), scope: EVERYONE },
    maker: actorOf(debtorId, 'confirmation.propose'),
    checker: actorOf(debtorId, 'confirmation.check', 'duplicate.clear'),
    upload: (...contents: string[]): Promise<UploadShown> =>
      app.get(ReceiveUpload).execute(commandOf(supplier), filesOf(...contents)),
    close: async () => {
      await app.close();
      rmSync(dir, { recursive: true });
    },
  };
}

export type Stage = Awaited<ReturnType<typeof stageForTest>>;
