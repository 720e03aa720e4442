// No scope, no row: each reading method of a store takes a scope after the reader, and shows nothing to an empty one.
import type { Type } from '@nestjs/common';
import { join } from 'node:path';
import { invariant, money } from '#kernel';
import { Holds } from '#ledger';
import { Db, EVERYONE, NO_ONE, query, type Reads, type Scope } from '#platform';
import { DAY, HOUR, NOW } from '../e2e/world';
import { type SmallWorld, startSmallWorld } from './small-world';
import { root, type StoreMethod, storeMethods } from './store-files';

const methods = storeMethods();
const MOST = 200;
const FILTER = [{ limit: MOST }];
const FIRST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

const readsFirst = ({ parameters: [first] }: StoreMethod) => first?.type === 'Reads' || first?.name === 'on';
const takesScope = ({ parameters: [, second] }: StoreMethod) => second?.type === 'Scope';
const isExplained = ({ doc }: StoreMethod) => /(^|[.*]\s+)Unscoped: \S+ /.test(doc);

describe('every store', () => {
  it('was found', () => expect(methods.length).toBeGreaterThan(50));

  it('says of each method whether it reads or writes: its first parameter is `on: Reads` or `tx: Tx`', () => {
    const odd = methods.filter(({ parameters: [first] }) => {
      const said = `${first?.name ?? ''}: ${first?.type ?? ''}`;
      return said !== 'on: Reads' && said !== 'tx: Tx';
    });
    expect(odd.map(({ name }) => name)).toEqual([]);
  });

  it('takes a scope in each reading method, or says why not', () => {
    const open = methods.filter((one) => readsFirst(one) && !takesScope(one) && !isExplained(one));
    expect(open.map(({ file, name }) => `${name} (${file})`)).toEqual([]);
  });
});

type Candidates = readonly unknown[];
type Method = (on: Reads, scope: Scope, ...rest: readonly unknown[]) => Promise<unknown>;

const isNothing = (found: unknown): boolean =>
  found === undefined ||
  found === null ||
  found === false ||
  found === 0 ||
  (Array.isArray(found) && found.length === 0) ||
  ((found instanceof Map || found instanceof Set) && found.size === 0);

/** Findings of a check: sound books give none to anybody. */
const CHECK = /^Promise<(readonly )?Finding\[\]>$/;

describe('an empty scope', () => {
  const scoped = methods.filter(takesScope);
  let small: SmallWorld;
  let db: Db;
  let pool: Readonly<Record<string, Candidates>>;

  beforeAll(async () => {
    small = await startSmallWorld();
    db = small.world.app.app.get(Db, { strict: false });
    await holdForAMoment(small, db);
    await tokensForAMoment(db);
    pool = await candidates(db.reads);
  }, 60_000);
  afterAll(async () => small.world.close());

  it.each(scoped.map((one) => [one.name, one] as const))('sees nothing through %s', async (name, one) => {
    const loaded = (await import(join(root, one.file))) as Record<string, Type<Record<string, Method>>>;
    const kind = loaded[one.store];
    if (!kind) throw new Error(`${one.file} does not export ${one.store}`);
    const store = small.world.app.app.get<Record<string, Method>>(kind, { strict: false });
    const method = store[one.method]?.bind(store);
    if (!method) throw new Error(`${name} cannot be called`);
    const call = (scope: Scope, args: Candidates) => db.run((tx) => method(tx, scope, ...args));

    const choices = one.parameters.slice(2).map(({ name: parameter, type }) => {
      const known =
        pool[`${parameter}: ${type}`] ??
        pool[parameter] ??
        pool[type] ??
        (type.endsWith('Filter') ? FILTER : null);
      if (!known) throw new Error(`${name}: no value is known for ${parameter}: ${type}`);
      return known;
    });
    const combinations = choices.reduce<Candidates[]>(
      (all, next) => all.flatMap((args) => next.map((value) => [...args, value])),
      [[]],
    );
    let seen = false;
    for (const args of combinations) {
      const found = await call(NO_ONE, args);
      expect(isNothing(found) ? 'nothing' : found).toBe('nothing');
      seen ||= !isNothing(await call(EVERYONE, args));
      if (seen) break;
    }
    // Otherwise there was nothing to hide, and the test could not fail.
    expect(seen).toBe(!CHECK.test(one.returns));
  });
});

/** Nothing in the small world is held with an end, so one amount is, for whoever asks what is due by tomorrow. */
async function holdForAMoment({ world }: SmallWorld, db: Db): Promise<void> {
  const [account] = await query<{ id: string; currency: string }>(
    db.reads,
    'select id, currency from ledger.account where not floor_zero order by id limit 1',
  );
  invariant(account, 'an account may go below nothing');
  const { id: accountId, currency } = account;
  const holds = world.app.app.get(Holds, { strict: false });
  const draft = { accountId, amount: money('0.01', currency), subjectType: 'sweep', subjectId: accountId };
  const expiresAt = new Date(NOW.getTime() + HOUR);
  await db.run((tx) => holds.place(tx, [{ ...draft, expiresAt }]));
}

/** What lives for minutes and is in nobody's way: a sign-in that awaits its code, and the token of a program. */
async function tokensForAMoment(db: Db): Promise<void> {
  const soon = new Date(NOW.getTime() + HOUR);
  await db.run(async (tx) => {
    await query(
      tx,
      `insert into identity.sign_in_challenge (token_hash, user_id, user_version, expires_at)
       select decode(repeat('a1', 32), 'hex'), id, version, $1 from identity.user_account order by id limit 1`,
      [soon],
    );
    await query(
      tx,
      `insert into identity.client_token (token_hash, client_id, permissions, issued_at, expires_at)
       select decode(repeat('b2', 32), 'hex'), id, permissions, $1, $2 from identity.client order by id limit 1`,
      [NOW, soon],
    );
  });
}

/** What may stand for a parameter: by name and type, by name, or by type; all of it is in the database. */
async function candidates(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const idTables = await query<{ name: string }>(
    reads,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'id' and data_type = 'uuid' and table_schema not in ('jobs', 'platform', 'audit')`,
  );
  const union = idTables.map(({ name }) => `(select id from ${name} limit 50)`).join(' union all ');
  const ids = (await query<{ id: string }>(reads, union)).map(({ id }) => id);
  const keys = await query<{ key: string }>(reads, 'select value_key as key from parties.identifier_claim');
  const sessions = await query<{ hash: Buffer }>(
    reads,
    `(select token_hash as hash from identity.session limit 1)
     union all (select token_hash from identity.sign_in_challenge limit 1)
     union all (select token_hash from identity.client_token limit 1)`,
  );
  const [line] = await query<{ financierId: string; debtorId: string; currency: string }>(
    reads,
    'select financier_id as "financierId", debtor_id as "debtorId", currency from risk.limit_line limit 1',
  );
  const inForce = await query(
    reads,
    'select organisation_id as "organisationId", purpose, currency from parties.account_in_force',
  );
  const numbers = await query<{ number: string }>(
    reads,
    'select account_number as number from parties.bank_account',
  );
  const references = await query<{ reference: string }>(
    reads,
    'select end_to_end_id as reference from settlement.payout',
  );
  const contacts = await query<{ id: string }>(
    reads,
    'select organisation_id as id from parties.contact limit 1',
  );
  const withContact = contacts.map(({ id }) => id);
  const pairs = await query(
    reads,
    'select supplier_id as "supplierId", debtor_id as "debtorId" from parties.trading_relation',
  );
  const assets = await query<{ key: string }>(reads, 'select asset_key as key from factoring.deal_item');
  return {
    'assetKeys: readonly string[]': [assets.map(({ key }) => key)],
    'pairs: readonly TradingPair[]': [pairs],
    'keys: readonly string[]': [keys.map(({ key }) => key)],
    'keys: readonly LimitKey[]': [[line]],
    'keys: readonly LineKey[]': [[line]],
    'keys: readonly ForceKey[]': [inForce],
    'numbers: readonly string[]': [numbers.map(({ number }) => number)],
    'endToEndIds: readonly string[]': [references.map(({ reference }) => reference)],
    'ids: readonly string[] | null': [null],
    'valueDate: LocalDate | null': [null],
    'day: LocalDate': ['2026-11-23'],
    'today: LocalDate': ['2026-11-23'],
    'today: LocalDate | null': [null],
    'bookedAt: Date | null': [null],
    'currency: string': [line?.currency],
    DeedChoice: [{ before: FIRST, take: MOST }],
    DeedsAfter: [
      { actions: ['identity.signed_in'], after: '00000000-0000-0000-0000-000000000000', take: MOST },
    ],
    'by: { readonly login: string } | { readonly id: string }': [{ login: 'operator' }],
    'roles: readonly string[]': [['operator']],
    financierId: [line?.financierId],
    organisationA: withContact,
    organisationB: withContact,
    before: [FIRST],
    string: ids,
    'readonly string[]': [ids],
    number: [MOST],
    Date: [NOW, new Date(NOW.getTime() + DAY)],
    Buffer: sessions.map(({ hash }) => hash),
    Reader: [{ userId: ids[0] ?? '', permissions: ['confirmation.read'] }],
    PageQuery: FILTER,
    LineFilter: [{ stage: 'planned', after: 0, take: MOST, onlyRefused: false }],
    SearchesAsked: [{ before: FIRST, take: MOST, by: null, reference: null }],
    PageAsked: [
      { before: FIRST, take: MOST, category: null, filedBy: null, ended: { by: null, after: null } },
    ],
  };
}
