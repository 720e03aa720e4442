import { EVERYONE, WITHOUT_SIGN_IN } from '#platform';
import { OWASP_COST, Passwords } from './passwords';

const passwords = new Passwords({ memoryCost: 64, timeCost: 1, parallelism: 1 });
const actor = {
  ...WITHOUT_SIGN_IN,
  userId: 'u',
  organisationId: 'o',
  roles: [],
  permissions: new Set<string>(),
  scope: EVERYONE,
  sessionId: '',
};
const command = { actor, idempotency: { route: 'POST /x', key: 'k', requestHash: 'fast' } };

it('hashes by default as OWASP asks, each time with another salt', async () => {
  const strong = new Passwords(OWASP_COST);
  const [one, two] = [await strong.hash('correct horse battery'), await strong.hash('correct horse battery')];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(one).not.toBe(two);
});

it('knows the right password, also from another keyboard, and no other', async () => {
  const hash = await passwords.hash('correct horse battery');
  expect(await passwords.matches(hash, 'correct horse battery')).toBe(true);
  expect(await passwords.matches(hash, 'ｃorrect horse battery')).toBe(true);
  expect(await passwords.matches(hash, 'Correct horse battery')).toBe(false);
  expect(await passwords.matches(null, 'correct horse battery')).toBe(false);
});

describe('guarded', () => {
  const hashOf = async (plain: object, password: string, key = 'k') => {
    const keyed = { actor, idempotency: { ...command.idempotency, key } };
    return (await passwords.guarded(keyed, plain, password)).idempotency?.requestHash;
  };

  it('is the same for the same request and another for every other', async () => {
    const first = await hashOf({ login: 'anna' }, 'one password');
    expect(await hashOf({ login: 'anna' }, 'one password')).toBe(first);
    const others = [
      await hashOf({ login: 'anna' }, 'other password'),
      await hashOf({ login: 'bert' }, 'one password'),
      await hashOf({ login: 'anna' }, 'one password', 'k2'),
    ];
    expect(new Set([first, 'fast', ...others]).size).toBe(5);
  });

  it('leaves a command without a key alone', async () =>
    expect(await passwords.guarded({ actor, idempotency: null }, {}, 'x')).toEqual({
      actor,
      idempotency: null,
    }));
});
