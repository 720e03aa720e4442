// The brakes, the record of refusals, the very first user, and what is forgotten in time.
import { setTimeout as sleep } from 'node:timers/promises';
import { Test } from '@nestjs/testing';
import { AuditModule, auditSchema } from '#audit';
import { DomainError, ManualClock, newId } from '#kernel';
import { OnboardOrganisation, partiesSchema } from '#parties';
import { Db, NO_ONE, PlatformModule, platformSchema, query } from '#platform';
import { createTestDatabase } from '../../../../../test/support/database';
import { BrakeStore } from '../../data/brake.store';
import { SessionStore } from '../../data/session.store';
import { UserStore } from '../../data/user.store';
import { Bootstrap, IdentityModule, identitySchema } from '../../index';
import { CreateUser } from '../create-user';
import { PASSWORD_COST } from '../passwords';
import { actorFor } from './actor';
import { PurgeSignIns } from './purge-sign-ins';
import { Sessions } from './sessions';
import { SignIn } from './sign-in';
import { SignInBrakes } from './sign-in-brakes';
import { hashOfToken } from './token';

const PASSWORD = 'a password that tests know';
const UNKNOWN = { address: null, device: null, agent: null };
const WRONG = 'not the right password';

async function start() {
  const database = await createTestDatabase();
  const clock = new ManualClock(new Date('2026-11-22T08:00:00Z'));
  const process = () => {
    const platform = PlatformModule.forProcess({
      databaseUrl: database.appUrl,
      poolSize: 8,
      logLevel: 'silent',
      clock,
      schemas: [platformSchema, auditSchema, partiesSchema, identitySchema],
    });
    return Test.createTestingModule({ imports: [platform, AuditModule, IdentityModule] })
      .overrideProvider(PASSWORD_COST)
      .useValue({ memoryCost: 64, timeCost: 1, parallelism: 1 })
      .compile();
  };
  const [one, other] = [await process(), await process()];
  const close = async () => {
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  };
  return { one, other, clock, db: one.get(Db), close };
}

const outcome = (work: Promise<unknown>) =>
  work.then(
    () => 'accepted',
    (error: unknown) => (error instanceof DomainError ? error.code : String(error)),
  );
const begin = (value: string, login: string) => ({
  organisation: { legalName: 'Operator', identifiers: [{ scheme: 'LOCAL' as const, value }] },
  user: { login, name: 'First', password: PASSWORD },
});

describe('sign-in', () => {
  let world: Awaited<ReturnType<typeof start>>;
  let serial = 0;
  const freshAddress = () => `203.0.113.${++serial}`;
  const attempt = (login: string, password: string, address: string | null = freshAddress()) =>
    world.one.get(SignIn).execute({ ...UNKNOWN, login, password, address });
  const refusals = (where: string, value: string) =>
    query<{ reason: string; details: Record<string, unknown> }>(
      world.db.reads,
      `select details ->> 'reason' as reason, details from audit.deed
       where action = 'identity.sign_in_refused' and details ->> $1 = $2 order by id`,
      [where, value],
    );

  beforeAll(async () => {
    world = await start();
  });
  afterAll(async () => world.close());

  describe('the very first user', () => {
    it('is made once, however many try at the same time', async () => {
      const tries = Array.from({ length: 6 }, (_, n) =>
        outcome(world.one.get(Bootstrap).execute(begin(`OP-${n}`, `operator${n}`))),
      );
      const outcomes = await Promise.all(tries);
      expect(outcomes.filter((code) => code === 'accepted')).toHaveLength(1);
      expect(outcomes.filter((code) => code === 'identity.already_begun')).toHaveLength(5);
      const { reads } = world.db;
      expect(await query(reads, 'select 1 from parties.organisation')).toHaveLength(1);
      expect(await query(reads, 'select 1 from identity.user_account')).toHaveLength(1);
      expect(await query(reads, 'select action, user_id from audit.deed order by action')).toEqual([
        { action: 'identity.user_created', user_id: null },
        { action: 'parties.organisation_onboarded', user_id: null },
      ]);
    });

    it('is refused when there is any organisation', async () =>
      expect(await outcome(world.one.get(Bootstrap).execute(begin('OP-X', 'late')))).toBe(
        'identity.already_begun',
      ));
  });

  describe('the brakes', () => {
    const newLogin = async (): Promise<string> => {
      const login = `user${++serial}`;
      const operator = actorFor({ id: newId(1), organisationId: newId(1), roles: ['operator'] }, '');
      const command = { actor: operator, idempotency: null };
      const identifiers = [{ scheme: 'LOCAL', value: login }] as const;
      const wish = { legalName: 'Supplier', capabilities: ['supplier'], identifiers } as const;
      const { id: organisationId } = await world.one.get(OnboardOrganisation).execute(command, wish);
      const user = { login, name: 'Li Anna', organisationId, roles: ['supplier'], password: PASSWORD };
      await world.one.get(CreateUser).execute(command, user);
      return login;
    };

    it('hold a login after five failures, from every address and in every process, and then longer', async () => {
      const login = await newLogin();
      for (let n = 0; n < 6; n++)
        expect(await outcome(attempt(login, WRONG))).toBe('identity.sign_in_failed');
      expect(await outcome(attempt(login.toUpperCase(), PASSWORD))).toBe('identity.too_many_attempts');
      const elsewhere = world.other.get(SignIn).execute({ ...UNKNOWN, login, password: PASSWORD });
      await expect(elsewhere).rejects.toMatchObject({
        ...{ kind: 'limited', retryable: true, details: { seconds: 2 } },
      });
      world.clock.advance(2000);
      expect(await outcome(attempt(login, WRONG))).toBe('identity.sign_in_failed');
      await expect(attempt(login, WRONG)).rejects.toMatchObject({ details: { seconds: 4 } });
    });

    it('let the right password in when the wait is over, and start afresh', async () => {
      const login = await newLogin();
      for (let n = 0; n < 7; n++) await outcome(attempt(login, WRONG));
      world.clock.advance(4000);
      expect(await outcome(attempt(login, PASSWORD))).toBe('accepted');
      for (let n = 0; n < 5; n++)
        expect(await outcome(attempt(login, WRONG))).toBe('identity.sign_in_failed');
    });

    it('let no more guesses through at once than one after another', async () => {
      const login = await newLogin();
      const guesses = Array.from({ length: 20 }, () => outcome(attempt(login, WRONG)));
      const outcomes = await Promise.all(guesses);
      expect(outcomes.filter((code) => code === 'identity.sign_in_failed')).toHaveLength(6);
      expect(outcomes.filter((code) => code === 'identity.too_many_attempts')).toHaveLength(14);
    });

    it('hold an unknown login just the same', async () => {
      for (let n = 0; n < 6; n++)
        expect(await outcome(attempt('nobody-here', WRONG))).toBe('identity.sign_in_failed');
      expect(await outcome(attempt('nobody-here', WRONG))).toBe('identity.too_many_attempts');
    });

    it('hold an address that tries many logins, also between its own good sign-ins', async () => {
      const login = await newLogin();
      const address = freshAddress();
      for (let n = 0; n < 31; n++) {
        if (n % 4 === 0) expect(await outcome(attempt(login, PASSWORD, address))).toBe('accepted');
        expect(await outcome(attempt(`guess-${n}`, WRONG, address))).toBe('identity.sign_in_failed');
      }
      expect(await outcome(attempt('guess-32', WRONG, address))).toBe('identity.too_many_attempts');
      expect(await outcome(attempt(login, PASSWORD, address))).toBe('identity.too_many_attempts');
      expect(await outcome(attempt(login, PASSWORD))).toBe('accepted');
    });

    it('leave a record of refusals that names users, and never what a stranger typed', async () => {
      const login = await newLogin();
      const [address, strange] = [freshAddress(), freshAddress()];
      // Refusals are recorded at a bounded rate by the wall clock, and the tests above were quick.
      await sleep(1000);
      await outcome(attempt(login, WRONG, address));
      await outcome(attempt('my-secret-password', WRONG, strange));
      expect(await refusals('address', address)).toMatchObject([
        { reason: 'identity.sign_in_failed', details: { login } },
      ]);
      const [stranger] = await refusals('address', strange);
      expect(stranger).toMatchObject({ details: { login: null, userId: null } });
      const deeds = await query<{ text: string }>(world.db.reads, 'select d::text as text from audit.deed d');
      expect(deeds.some(({ text }) => text.includes('my-secret') || text.includes(WRONG))).toBe(false);
    });
  });

  describe('the sessions', () => {
    it('of a user ended in one process stop in another within a second', async () => {
      const { token, user } = await attemptAny();
      const [here, there] = [world.one.get(Sessions), world.other.get(Sessions)];
      expect((await here.verify(token))?.userId).toBe(user.id);
      expect((await there.verify(token))?.userId).toBe(user.id);
      await world.db.run((tx) => world.one.get(SessionStore).endOfUser(tx, user.id, null, world.clock.now()));
      await sleep(1000);
      expect(await there.verify(token)).toBeNull();
    });

    /** Which of the six first users came to be is up to chance. */
    async function attemptAny(): ReturnType<typeof attempt> {
      const [row] = await query<{ login: string }>(
        world.db.reads,
        `select login from identity.user_account where login like 'operator%'`,
      );
      return attempt(row?.login ?? '', PASSWORD);
    }

    it('are found once for many requests at the same time', async () => {
      const { token } = await attemptAny();
      const found = jest.spyOn(world.one.get(SessionStore), 'byTokenHash');
      const actors = await Promise.all(
        Array.from({ length: 20 }, () => world.one.get(Sessions).verify(token)),
      );
      expect(new Set(actors).size).toBe(1);
      expect(actors[0]?.scope).toEqual({ organisations: 'all' });
      expect(found).toHaveBeenCalledTimes(1);
      found.mockRestore();
    });

    it('are not known to an empty scope', async () => {
      const { token, user } = await attemptAny();
      const { reads } = world.db;
      const users = world.one.get(UserStore);
      expect(
        await world.one.get(SessionStore).byTokenHash(reads, NO_ONE, hashOfToken(token)),
      ).toBeUndefined();
      expect(await users.byId(reads, NO_ONE, user.id)).toBeUndefined();
      expect(await users.withPassword(reads, NO_ONE, { login: user.login })).toBeUndefined();
      expect(await users.page(reads, NO_ONE, { limit: 50 })).toEqual([]);
      expect(await world.db.run((tx) => users.lock(tx, NO_ONE, user.id))).toBeUndefined();
    });
  });

  it('forgets old brakes and sessions, and nothing that still counts', async () => {
    const count = async (table: string) => (await query(world.db.reads, `select 1 from ${table}`)).length;
    await world.one.get(SignInBrakes).charge({ login: 'old', address: null });
    const sessions = await count('identity.session');
    expect(sessions).toBeGreaterThan(0);
    world.clock.advance(25 * 3_600_000);
    await world.one.get(SignInBrakes).charge({ login: 'new', address: null });
    await world.one.get(PurgeSignIns).execute();
    expect(await query(world.db.reads, 'select subject from identity.sign_in_brake')).toEqual([
      { subject: 'login:new' },
    ]);
    expect(await count('identity.session')).toBe(sessions);
    world.clock.advance(30 * 86_400_000);
    await world.one.get(PurgeSignIns).execute();
    expect(await count('identity.session')).toBe(0);
    expect(await world.db.run((tx) => world.one.get(BrakeStore).purge(tx, world.clock.now(), 1))).toBe(0);
  });
});
