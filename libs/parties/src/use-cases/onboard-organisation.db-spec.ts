// Onboarding, search and suspension on a real database, with the rights of the running application.
import { Test } from '@nestjs/testing';
import { AuditModule, auditSchema } from '#audit';
import { DomainError, leiCheckDigits, ManualClock, newId, shardFor, shardOf } from '#kernel';
import {
  type Actor,
  type Command,
  Db,
  EVERYONE,
  NO_ONE,
  PlatformModule,
  platformSchema,
  query,
  WITHOUT_SIGN_IN,
} from '#platform';
import { createTestDatabase } from '../../../../test/support/database';
import { OrganisationStore } from '../data/organisation.store';
import type { Onboarding } from '../domain/organisation';
import { partiesSchema } from '../index';
import { PartiesModule } from '../parties.module';
import { ChangeOrganisationStatus } from './change-organisation-status';
import { OnboardOrganisation } from './onboard-organisation';
import { Organisations } from './organisations';
import { OrganisationQueries } from './organisations.queries';

const AT = new Date('2026-11-22T08:00:00Z');

async function start() {
  const database = await createTestDatabase();
  const platform = PlatformModule.forProcess({
    databaseUrl: database.appUrl,
    poolSize: 8,
    logLevel: 'silent',
    clock: new ManualClock(AT),
    schemas: [platformSchema, auditSchema, partiesSchema],
  });
  const module = await Test.createTestingModule({
    imports: [platform, AuditModule, PartiesModule],
  }).compile();
  const close = async () => {
    await module.close();
    await database.drop();
  };
  return {
    db: module.get(Db),
    store: module.get(OrganisationStore),
    onboarding: module.get(OnboardOrganisation),
    statuses: module.get(ChangeOrganisationStatus),
    organisations: module.get(Organisations),
    queries: module.get(OrganisationQueries),
    close,
  };
}

const operator: Actor = {
  ...WITHOUT_SIGN_IN,
  userId: newId(1),
  organisationId: newId(1),
  roles: ['operator'],
  permissions: new Set(['organisation.onboard', 'organisation.read']),
  scope: EVERYONE,
  sessionId: '',
};
const byOperator: Command = { actor: operator, idempotency: null };
const readerOf = (organisationId: string): Actor => ({
  ...operator,
  organisationId,
  permissions: new Set(['organisation.read']),
  scope: { organisations: [organisationId] },
});

let serial = 0;
const local = (value?: string) => ({ scheme: 'LOCAL', value: value ?? `T-${++serial}` }) as const;
const lei = (letters: string) => ({ scheme: 'LEI', value: `${letters}${leiCheckDigits(letters)}` }) as const;
const wish = (change: Partial<Onboarding> = {}): Onboarding => ({
  legalName: '杭州明远科技有限公司',
  capabilities: ['supplier'],
  identifiers: [local()],
  ...change,
});
const codeOf = (error: unknown) => (error instanceof DomainError ? error.code : error);
const refusal = (work: Promise<unknown>) => work.then(() => 'accepted', codeOf);

describe('organisations', () => {
  let world: Awaited<ReturnType<typeof start>>;
  const onboard = (change?: Partial<Onboarding>) => world.onboarding.execute(byOperator, wish(change));
  const deeds = (id: string) =>
    query<{ action: string; version: number; by: string }>(
      world.db.reads,
      `select action, subject_version as version, user_id as by from audit.deed
       where subject_id = $1 order by subject_version`,
      [id],
    );

  beforeAll(async () => {
    world = await start();
  });
  afterAll(async () => world.close());

  describe('onboarding', () => {
    it('keeps what was given, in the shard of the first identifier, and leaves a deed', async () => {
      const identifiers = [lei('5493001KJTIIGC8Y1R'), { scheme: 'VAT', value: 'DE 811-907 980' } as const];
      const made = await onboard({ legalName: ' Nord  Handel GmbH ', identifiers });
      expect(made).toMatchObject({
        ...{ legalName: 'Nord Handel GmbH', capabilities: ['supplier'], identifiers },
        ...{ status: 'active', version: 1, onboardedAt: AT.toISOString(), actions: ['suspend'] },
      });
      expect(shardOf(made.id)).toBe(shardFor(identifiers[0]?.value ?? ''));
      expect(await world.queries.byId(operator, made.id)).toEqual(made);
      expect(await deeds(made.id)).toEqual([
        { action: 'parties.organisation_onboarded', version: 1, by: operator.userId },
      ]);
    });

    it('refuses an identifier that someone has, however it is written and under whatever scheme', async () => {
      await onboard({ identifiers: [{ scheme: 'VAT', value: 'FR 40303265045' }] });
      const taken = [
        { scheme: 'VAT', value: 'FR40303265045' },
        { scheme: 'VAT', value: 'ｆｒ-40303265045' },
        { scheme: 'LOCAL', value: 'FR40303265045' },
      ] as const;
      for (const identifier of taken) {
        const free = local();
        expect(await refusal(onboard({ identifiers: [free, identifier] }))).toBe('parties.identifier_taken');
        // Nothing of the refused organisation stays behind.
        expect((await world.organisations.byIdentifierValues(world.db.reads, [free.value])).size).toBe(0);
      }
    });

    it('gives an identifier to exactly one of many who want it at once, in whatever order', async () => {
      const [one, other] = [local(), local()];
      const tries = Array.from({ length: 8 }, (_, n) =>
        refusal(onboard({ identifiers: n % 2 === 0 ? [one, other] : [other, one] })),
      );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((code) => code === 'accepted')).toHaveLength(1);
      expect(outcomes.filter((code) => code === 'parties.identifier_taken')).toHaveLength(7);
    });

    it('happens once for one idempotency key', async () => {
      const command = {
        actor: operator,
        idempotency: { route: 'POST /api/organisations', key: 'k1', requestHash: 'h' },
      };
      const same = wish();
      const first = await world.onboarding.execute(command, same);
      expect(await world.onboarding.execute(command, same)).toEqual(first);
      expect(await deeds(first.id)).toHaveLength(1);
    });
  });

  describe('reading', () => {
    it('shows a foreign organisation only to those who may see all', async () => {
      const [own, foreign] = [await onboard(), await onboard()];
      const reader = readerOf(own.id);
      expect((await world.queries.byId(reader, own.id)).actions).toEqual([]);
      expect(await refusal(world.queries.byId(reader, foreign.id))).toBe('parties.organisation_not_found');
      const { items } = await world.queries.page(reader, { limit: 50 });
      expect(items.map(({ id }) => id)).toEqual([own.id]);
    });

    it('shows nothing to an empty scope', async () => {
      const { id, identifiers } = await onboard();
      const { reads } = world.db;
      expect(await world.store.byIds(reads, NO_ONE, [id])).toEqual([]);
      expect(await world.store.page(reads, NO_ONE, { limit: 50 })).toEqual([]);
      expect(await world.store.any(reads, NO_ONE)).toBe(false);
      expect(await world.store.byIdentifierKeys(reads, NO_ONE, [identifiers[0]?.value ?? ''])).toEqual([]);
      expect(await world.db.run((tx) => world.store.lock(tx, NO_ONE, id))).toBeUndefined();
    });

    it.each([
      ['part of the name', '宏图'],
      ['full width for half width', '（宁波）'],
      ['spaces and case', 'h o n g TU'],
      ['a whole identifier', 'q 77-x'],
    ])('finds by %s', async (_, q) => {
      const [known] = await world.store.page(world.db.reads, EVERYONE, { limit: 1, q: '宏图' });
      const { id } =
        known ?? (await onboard({ legalName: '宏图贸易(宁波) HongTu', identifiers: [local('Q77X')] }));
      const { items } = await world.queries.page(operator, { limit: 50, q });
      expect(items.map((one) => one.id)).toEqual([id]);
    });

    it.each(['%', '_', '\\', '（）', 'Q77'])('takes %j for no pattern', async (q) =>
      expect((await world.queries.page(operator, { limit: 50, q })).items).toEqual([]),
    );

    it('pages through all of a capability, the newest first, each once', async () => {
      const made = [];
      for (let n = 0; n < 5; n++) made.push((await onboard({ capabilities: ['registry_user'] })).id);
      const seen: string[] = [];
      let cursor: string | undefined;
      do {
        const filter = { limit: 2, capabilities: ['registry_user'], ...(cursor && { cursor }) } as const;
        const { items, next } = await world.queries.page(operator, filter);
        seen.push(...items.map(({ id }) => id));
        cursor = next ?? undefined;
      } while (cursor);
      expect([...seen].sort()).toEqual([...made].sort());
      expect(seen).toEqual([...seen].sort().reverse());
    });

    it('answers other libraries by id and by identifiers as given', async () => {
      const { id, legalName } = await onboard({ identifiers: [local('Zz-900'), local()] });
      const { reads } = world.db;
      expect((await world.organisations.byIds(reads, [id, newId(1), id])).get(id)?.legalName).toBe(legalName);
      const values = ['zz900', 'ZZ 900', 'nobody', ''];
      const found = await world.organisations.byIdentifierValues(reads, values);
      expect([...found].map(([value, summary]) => [value, summary.id])).toEqual([
        ['zz900', id],
        ['ZZ 900', id],
      ]);
      expect((await world.organisations.require(reads, id)).id).toBe(id);
      expect(await refusal(world.organisations.require(reads, newId(1)))).toBe(
        'parties.organisation_not_found',
      );
    });
  });

  describe('suspension', () => {
    const change = (id: string, status: 'active' | 'suspended', actor = operator) =>
      world.statuses.execute({ actor, idempotency: null }, id, { status, reason: 'unpaid fees' });

    it('takes a financier out of the directory and lets it back, each with a deed', async () => {
      const { id } = await onboard({ capabilities: ['bank'] });
      const listed = async () =>
        (await world.organisations.financiers(world.db.reads)).some((one) => one.id === id);
      expect(await listed()).toBe(true);
      expect(await change(id, 'suspended')).toMatchObject({ status: 'suspended', actions: ['reinstate'] });
      expect(await listed()).toBe(false);
      expect((await world.queries.financiers({ limit: 50 })).items.some((one) => one.id === id)).toBe(false);
      expect(await change(id, 'active')).toMatchObject({ status: 'active', version: 3 });
      expect((await deeds(id)).map(({ action }) => action)).toEqual([
        'parties.organisation_onboarded',
        'parties.organisation_suspended',
        'parties.organisation_reinstated',
      ]);
    });

    it('refuses what is so already, one’s own, and what one may not see', async () => {
      const { id } = await onboard();
      expect(await refusal(change(id, 'active'))).toBe('parties.status_unchanged');
      const insider = { ...operator, organisationId: id };
      expect(await refusal(change(id, 'suspended', insider))).toBe('parties.own_organisation');
      expect(await refusal(change(id, 'suspended', readerOf(newId(1))))).toBe(
        'parties.organisation_not_found',
      );
      expect(await refusal(change(newId(1), 'suspended'))).toBe('parties.organisation_not_found');
    });
  });
});
