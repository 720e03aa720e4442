// The registry on a test database, and filings to try it with.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Test, type TestingModule } from '@nestjs/testing';
import { AuditModule, auditSchema } from '#audit';
import { ManualClock, money, newId } from '#kernel';
import {
  type Actor,
  type Command,
  Events,
  FingerprintKeyModule,
  PlatformModule,
  platformSchema,
  type Scope,
  type Tx,
  WITHOUT_SIGN_IN,
} from '#platform';
import type { FilingDraft, PartyRef } from '../domain/filing';
import { registrySchema } from '../index';
import { RegistryModule } from '../registry.module';

export const START = new Date('2026-11-22T08:00:00.000Z');

export interface Told {
  readonly name: string;
  readonly payload: unknown;
}
export interface RegistryUnderTest {
  readonly nest: TestingModule;
  readonly clock: ManualClock;
  /** The events that were raised, in order. */
  readonly told: Told[];
}

export async function startRegistry(databaseUrl: string): Promise<RegistryUnderTest> {
  const clock = new ManualClock(START);
  const told: Told[] = [];
  const emit = async (_tx: Tx, { name }: { name: string }, payloads: readonly unknown[]) => {
    told.push(...payloads.map((payload) => ({ name, payload })));
  };
  const folder = mkdtempSync(join(tmpdir(), 'youquan-registry-'));
  const schemas = [platformSchema, auditSchema, registrySchema];
  const settings = { databaseUrl, poolSize: 16, logLevel: 'silent', clock, schemas };
  const nest = await Test.createTestingModule({
    imports: [
      PlatformModule.forProcess(settings),
      AuditModule.forProcess({
        ...{ name: 'test/log', keyFile: join(folder, 'log-key.pem'), mayMakeKey: true, witnessFile: null },
        keptCheckpoint: join(folder, 'log-checkpoint'),
      }),
      FingerprintKeyModule.forProcess({ keyFile: join(folder, 'fingerprint-keys'), mayMakeKey: true }),
      RegistryModule,
    ],
  })
    .overrideProvider(Events)
    .useValue({ emit })
    .compile();
  return { nest, clock, told };
}

let made = 0;
/** A text that no other test uses. */
export const fresh = (what: string) => `${what}-${++made}`;

export const party = (legalName: string): PartyRef => ({
  organisationId: null,
  legalName,
  identifierScheme: null,
  identifier: null,
});

export const filedBy = { userId: newId(1), organisationId: newId(1) };

export const userFiling = (over: Partial<FilingDraft> = {}): FilingDraft => ({
  category: 'receivables_pledge',
  origin: 'user',
  dealId: null,
  grantors: [party(fresh('grantor'))],
  securedParties: [party('First Bank')],
  collateral: naming(null),
  termMonths: 12,
  maximumAmount: null,
  filedBy,
  ...over,
});

export const naming = (assetKey: string | null): FilingDraft['collateral'] => [
  {
    assetKey,
    description: 'All receivables of contract 1',
    amount: null,
    payable: null,
    invoiceNumber: null,
    debtorName: null,
  },
];

export interface Taking {
  readonly asset: string;
  readonly amount: string;
  /** 900 unless given. */
  readonly payable?: string;
}

export const deal = (takings: readonly Taking[], over: Partial<FilingDraft> = {}): FilingDraft =>
  userFiling({
    category: 'factoring',
    origin: 'deal',
    dealId: newId(1),
    collateral: takings.map(({ asset, amount, payable = '900' }) => ({
      assetKey: asset,
      description: `Invoice behind ${asset}`,
      amount: money(amount, 'CNY'),
      payable: money(payable, 'CNY'),
      invoiceNumber: '01234567',
      debtorName: 'Core Ltd',
    })),
    ...over,
  });

export function actor(organisationId: string = newId(1), scope?: Scope): Actor {
  return {
    ...WITHOUT_SIGN_IN,
    userId: newId(1),
    organisationId,
    roles: ['registry_user'],
    permissions: new Set(),
    scope: scope ?? { organisations: [organisationId] },
    sessionId: 'session',
  };
}

export const command = (by: Actor, key: string | null = null, requestHash = 'hash'): Command => ({
  actor: by,
  idempotency: key === null ? null : { route: 'POST /api/registrations', key, requestHash },
});
