// Ways around the second person, each turned down, and that nothing was done.
import {
  askForLimit,
  cny,
  decide,
  FIRST,
  heldId,
  limitsOf,
  mark,
  SECOND,
  secondOfficer,
  SET_LIMIT,
} from './second-person';
import { inTheBook } from './refusal';
import { type Answer, DAY, type Person, startWorld, type World } from './world';

describe('around the second person', () => {
  let world: World;
  let [first, second]: [Person, Person] = [] as never;
  let debtor = '';
  const codeOf = (answer: Answer) => [answer.status, (answer.json() as { code?: string }).code];
  const signInAgain = async () => {
    [first, second] = [await world.as(FIRST), await world.as(SECOND)];
  };
  const held = async (amount: string) => heldId(await askForLimit(first, debtor, cny(amount)));

  beforeAll(async () => {
    world = await startWorld();
    first = await world.as(FIRST);
    debtor = world.idOf('huadong');
  });
  afterAll(() => world.close());

  it('a mark that nobody could check', async () => {
    expect(codeOf(await mark(first, true))).toEqual([422, 'approvals.nobody_to_check']);
    await secondOfficer(world);
    second = await world.as(SECOND);
    expect((await mark(first, true)).status).toBe(200);
  });

  it('a mark on what there is not, or with a threshold on what has no amount', async () => {
    const set = (body: object) => first.call({ method: 'POST', path: '/approval-marks', body });
    expect(codeOf(await set({ command: 'risk.fly_away', active: true }))).toEqual([
      ...[422, 'approvals.command_unknown'],
    ]);
    const unmarkable = { command: 'approvals.set_mark', active: false };
    expect(codeOf(await set(unmarkable))).toEqual([422, 'approvals.command_unknown']);
    const relationship = await world.as('jiangnan');
    const threshold = { command: 'parties.propose_account', active: true, threshold: cny('1') };
    const answer = await relationship.call({ method: 'POST', path: '/approval-marks', body: threshold });
    expect(codeOf(answer)).toEqual([422, 'approvals.threshold_unfit']);
  });

  it('the maker alone, also through a second role', async () => {
    const login = 'jiangnan.both';
    await secondOfficer(world, login, ['risk_officer', 'relationship_officer', 'operations']);
    const both = await world.as(login);
    const id = heldId(await askForLimit(both, debtor, cny('100')));
    expect(codeOf(await decide(both, id, 'approve'))).toEqual([422, 'approvals.maker_is_checker']);
    expect(codeOf(await decide(both, id, 'decline', 'x'))).toEqual([422, 'approvals.maker_is_checker']);
    expect(await limitsOf(world)).toEqual([]);
  });

  it('a colleague who may not do it, another tenant, and a decline without a reason', async () => {
    const id = await held('100');
    const relationship = await world.as('jiangnan');
    expect(codeOf(await decide(relationship, id, 'approve'))).toEqual([422, 'approvals.checker_may_not']);
    const stranger = await world.as('huitong.risk');
    expect(codeOf(await decide(stranger, id, 'approve'))).toEqual([404, 'approvals.approval_not_found']);
    expect(codeOf(await decide(second, id, 'decline'))).toEqual([422, 'approvals.reason_missing']);
    const withdrawal = await second.call({ method: 'POST', path: `/approvals/${id}/withdrawal` });
    expect(codeOf(withdrawal)).toEqual([422, 'approvals.not_the_maker']);
  });

  it('what is refused is refused to the maker at once', async () => {
    const own = await askForLimit(first, world.idOf('jiangnan'), cny('100'));
    expect(codeOf(own)).toEqual([422, 'risk.own_debt']);
  });

  it('an approval of what has changed since', async () => {
    const [one, other] = [await held('200'), await held('300')];
    expect((await decide(second, one, 'approve')).status).toBe(200);
    expect(codeOf(await decide(second, other, 'approve'))).toEqual([409, 'approvals.approval_stale']);
    expect(codeOf(await decide(second, other, 'approve'))).toEqual([409, 'approvals.approval_ended']);
    expect(await limitsOf(world)).toMatchObject([{ limit: cny('200.00'), version: 1 }]);
  });

  it('two checkers at the same moment do it once', async () => {
    await secondOfficer(world, 'jiangnan.risk.three');
    const third = await world.as('jiangnan.risk.three');
    const id = heldId(await askForLimit(first, debtor, cny('400'), { expectedVersion: 1 }));
    const answers = await Promise.all(
      [second, third, second, third].map((who) => decide(who, id, 'approve')),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBeGreaterThanOrEqual(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    expect(await limitsOf(world)).toMatchObject([{ limit: cny('400.00'), version: 2 }]);
  });

  it('a maker who may no longer do it', async () => {
    const login = 'jiangnan.gone';
    const userId = await secondOfficer(world, login);
    const gone = await world.as(login);
    const id = heldId(await askForLimit(gone, debtor, cny('500'), { expectedVersion: 2 }));
    const operator = await world.client('operator');
    await operator.post(`/users/${userId}/status`, { status: 'suspended', reason: '离职' });
    expect(codeOf(await decide(second, id, 'approve'))).toEqual([422, 'approvals.maker_may_not']);
  });

  it('an approval too late', async () => {
    const id = heldId(await askForLimit(first, debtor, cny('600'), { expectedVersion: 2 }));
    world.clock.advance(4 * DAY);
    await signInAgain();
    expect(codeOf(await decide(second, id, 'approve'))).toEqual([409, 'approvals.approval_expired']);
    expect(await limitsOf(world)).toMatchObject([{ limit: cny('400.00') }]);
  });

  it('an end of marking by one person', async () => {
    const off = await first.call({
      ...{ method: 'POST', path: '/approval-marks' },
      body: { command: SET_LIMIT, active: false },
    });
    expect(off.status).toBe(202);
    expect(codeOf(await decide(first, heldId(off), 'approve'))).toEqual([422, 'approvals.maker_is_checker']);
    expect((await askForLimit(first, debtor, cny('700'), { expectedVersion: 2 })).status).toBe(202);
  });

  it('is written down, whoever tried', async () => {
    const codes = [
      'approvals.approval_stale',
      'approvals.checker_may_not',
      'approvals.maker_is_checker',
      'approvals.maker_may_not',
      'approvals.not_the_maker',
      'risk.own_debt',
    ];
    expect(await inTheBook(world, codes)).toEqual(codes);
  });
});
