// No scope, no row: each reading method of a store takes a scope after the reader, and shows nothing to an empty one.
import type { Type } from '@nestjs/common';
import { join } from 'node:path';
import { invariant, money } from '#kernel';
import { Holds } from '#ledger';
import { Db, EVERYONE, NO_ONE, query, type Reads, type Scope } from '#platform';
import { HOUR, NOW } from '../e2e/world';
import { evidenceForAMoment } from './scope-evidence';
import { type Candidates, candidates, FILTER } from './scope-candidates';
import { type SmallWorld, startSmallWorld } from './small-world';
import { root, type StoreMethod, storeMethods } from './store-files';

const methods = storeMethods();

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

type Method = (on: Reads, scope: Scope, ...rest: readonly unknown[]) => Promise<unknown>;

const isNothing = (found: unknown): boolean =>
  found === undefined ||
  found === null ||
  found === false ||
  found === 0 ||
  (Array.isArray(found) && found.length === 0) ||
  ((found instanceof Map || found instanceof Set) && found.size === 0) ||
  (isCounts(found) && Object.values(found).every((count) => count === 0));
const isCounts = (found: unknown): found is object =>
  typeof found === 'object' && found?.constructor === Object && Object.keys(found).length > 0;

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
    await evidenceForAMoment(db);
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
        pool[`${name} ${parameter}`.replace(/\s+/g, ' ')] ??
        pool[`${parameter}: ${type}`.replace(/\s+/g, ' ')] ??
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
