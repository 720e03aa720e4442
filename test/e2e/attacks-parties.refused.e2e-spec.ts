// Attacks on who takes part: forged contacts, offices taken by sign-up, links used twice, guessed or too old, accounts
// swapped by one person, and joining under another's number. All are refused.
import { Db, query } from '#platform';
import { castOrganisation } from '../../apps/demonstration/cast';
import { upload } from '../../apps/demonstration/steps';
import { billFile } from './bills';
import { inTheBook, type Problem } from './refusal';
import { applicationBody, contactBody, firstUserLink, linkOf, partnerBody } from '../sweeps/small-parties';
import { accountBody } from '../sweeps/small-money';
import { DAY, type Answer, type Person, startWorld, type World } from './world';

const NOBODYS = '01980000-0000-7000-8000-000000000000';

let world: World;
let supplier: Person;
let operator: Person;

beforeAll(async () => {
  world = await startWorld();
}, 60_000);
beforeEach(async () => {
  supplier = await world.as('mingyuan');
  operator = await world.as('operator');
});
afterAll(async () => world.close());

const post = (person: Person, path: string, body: unknown): Promise<Answer> =>
  person.call({ method: 'POST', path, body });
const codeOf = (answer: Answer): [number, unknown] => [
  answer.status,
  (answer.json() as { code: unknown }).code,
];
const contactsOf = async (key: string) =>
  (await operator.client.get<{ items: unknown[] }>(`/organisations/${world.idOf(key)}/contacts`)).items;

describe('a supplier', () => {
  it('writes no contact for its debtor, nor for itself', async () => {
    for (const key of ['huadong', 'mingyuan']) {
      const forged = await post(supplier, `/organisations/${world.idOf(key)}/contacts`, contactBody('假冒'));
      expect(codeOf(forged)).toEqual([403, 'platform.permission_missing']);
      expect(await contactsOf(key)).toEqual([]);
    }
  });

  it('gives its debtor no contact by inviting it', async () => {
    const invited = await post(supplier, '/invitations', { ...partnerBody, inviteeName: '华东' });
    expect(invited.status).toBe(201);
    expect(await contactsOf('huadong')).toEqual([]);
    const claimed = await post(supplier, '/invitations', { ...partnerBody, purpose: 'first_user' });
    expect(claimed.status).toBe(400);
  });

  it('swaps no account alone: what it proposes pays nobody until the operator has verified it', async () => {
    const id = world.idOf('mingyuan');
    const swap = accountBody(castOrganisation('mingyuan').legalName, {
      accountNumber: '622288887777',
      purposes: ['payout'],
    });
    const account = await supplier.client.post<{ id: string; inForce: unknown[] }>(
      `/organisations/${id}/accounts`,
      swap,
    );
    expect(account.inForce).toEqual([]);
    const own = await post(supplier, `/accounts/${account.id}/verification`, { decision: 'verified' });
    expect(codeOf(own)).toEqual([403, 'platform.permission_missing']);
    await operator.client.post(`/accounts/${account.id}/test`, {});
    for (let count = 0; count < 3; count++)
      await supplier.client.post(`/accounts/${account.id}/test-answer`, { reference: 'guess' });
    const late = await post(supplier, `/accounts/${account.id}/test-answer`, { reference: '000000' });
    expect(codeOf(late)).toEqual([409, 'parties.test_closed']);
    const forced = await post(operator, `/accounts/${account.id}/verification`, {
      decision: 'verified',
      reason: 'in a hurry',
    });
    expect(codeOf(forced)).toEqual([422, 'parties.test_not_passed']);
  });
});

describe('an agent', () => {
  const outcomeOf = async (number: string) => {
    const agent = await world.client('haichuan');
    const [outcome] = await upload(agent, [billFile({ number })]);
    return [outcome?.outcome, ...(outcome?.reasons ?? []).map(({ rule }) => rule)];
  };

  it('brings nothing for another before its mandate, beyond it, or after it', async () => {
    const refused = ['refused', 'receivables.seller_is_not_uploader'];
    expect(await outcomeOf('MA-1')).toEqual(refused);
    const given = async (kinds: readonly string[]) => {
      const agent = castOrganisation('haichuan').uscc;
      const principal = await world.client('mingyuan');
      const { id } = await principal.post<{ id: string }>('/mandates', {
        ...{ agent, kinds, validFrom: '2026-11-01' },
      });
      expect(await outcomeOf('MA-2')).toEqual(refused);
      await (await world.client('haichuan')).post(`/mandates/${id}/answer`, { answer: 'accepted' });
      return id;
    };
    const notes = await given(['credit_notes']);
    expect(await outcomeOf('MA-3')).toEqual(refused);
    const ending = { reason: '业务结束' };
    await (await world.client('mingyuan')).post(`/mandates/${notes}/end`, ending);
    const whole = await given(['invoices']);
    expect(await outcomeOf('MA-4')).toEqual(['accepted']);
    await (await world.client('mingyuan')).post(`/mandates/${whole}/end`, ending);
    expect(await outcomeOf('MA-5')).toEqual(refused);
  });
});

describe('whoever fills in more than the form has', () => {
  it.each([
    [
      '/financing-requests',
      { receivables: [{ receivableId: NOBODYS }], financierIds: [NOBODYS], supplierId: NOBODYS },
    ],
    ['/trading-relations', { partner: 'X', role: 'debtor', state: 'confirmed' }],
    ['/departure-requests', { reason: 'x', organisationId: NOBODYS }],
  ])('sets nothing by it: %s', async (path, body) => {
    const answer = await post(
      path.startsWith('/departure') ? await world.as('mingyuan.admin') : supplier,
      path,
      body,
    );
    expect(codeOf(answer)).toEqual([400, 'platform.input_invalid']);
    expect((answer.json() as Problem).errors.map(({ rule }) => rule)).toContain('unknown');
    expect(await inTheBook(world, ['platform.input_invalid'])).toEqual(['platform.input_invalid']);
  });
});

describe('a stranger', () => {
  it.each([
    ['a state', { state: 'accepted' }],
    ['a status', { status: 'active' }],
    ['an organisation', { organisationId: '01980000-0000-7000-8000-000000000000' }],
    ['an office', { capabilities: ['operator'] }],
    ['passed checks', { checks: [{ kind: 'document', outcome: 'passed' }] }],
    ['a role', { roles: ['operator'] }],
  ])('cannot sign up with %s', async (_, more) => {
    const answer = await post(world.stranger, '/applications', { ...applicationBody('MASS-1'), ...more });
    expect(answer.status).toBe(400);
  });

  it('cannot join under another’s identifier, however it is written', async () => {
    const { uscc } = castOrganisation('mingyuan');
    for (const identifier of [
      { scheme: 'USCC', value: uscc },
      { scheme: 'VAT', value: uscc.toLowerCase() },
      { scheme: 'LOCAL', value: `${uscc.slice(0, 9)} ${uscc.slice(9)}` },
    ]) {
      const body = { ...applicationBody('X'), identifiers: [identifier] };
      expect(codeOf(await post(world.stranger, '/applications', body))).toEqual([
        409,
        'parties.identifier_taken',
      ]);
    }
  });

  it('opens nothing with a guessed, a used or an old link, nor with one for something else', async () => {
    const wish = { login: 'intruder', name: '闯入者', password: 'three-calm-otters-row' };
    const join = async (token: string, login = wish.login) =>
      codeOf(await post(world.stranger, '/joining/first-user', { ...wish, login, token }));
    const VOID = [422, 'parties.invitation_void'];
    expect(await join('A'.repeat(43))).toEqual(VOID);
    expect(await join("' or true --")).toEqual(VOID);
    const invited = await supplier.client.post<{ id: string }>('/invitations', partnerBody);
    expect(invited.id).not.toBe('');
    expect(await join(await linkOf(world, world.idOf('mingyuan')))).toEqual(VOID);
    const token = await firstUserLink({ world }, 'LINK-1');
    const first = await post(world.stranger, '/joining/first-user', { ...wish, login: 'first.one', token });
    expect(first.status).toBe(201);
    expect(await join(token)).toEqual(VOID);
    const old = await firstUserLink({ world }, 'LINK-2');
    world.clock.advance(14 * DAY);
    expect(await join(old)).toEqual(VOID);
  });
});

it('each refused link is written down in a transaction of its own', async () => {
  const items = await deedsNamed('identity.joining_refused');
  expect(items).toBeGreaterThanOrEqual(4);
});

async function deedsNamed(action: string): Promise<number> {
  const rows = await query<{ count: number }>(
    world.app.app.get(Db, { strict: false }).reads,
    'select count(*)::int as count from audit.deed where action = $1',
    [action],
  );
  return rows[0]?.count ?? 0;
}
