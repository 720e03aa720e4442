// A bank has its limits checked by a second person: what waits, what does not, and what an approval does.
import { query, Db } from '#platform';
import {
  type Approval,
  askForLimit,
  cny,
  decide,
  FIRST,
  heldId,
  limitsOf,
  mark,
  SECOND,
  secondOfficer,
} from './second-person';
import { type Person, startWorld, type World } from './world';

describe('a second person', () => {
  let world: World;
  let [first, second]: [Person, Person] = [] as never;
  let debtor = '';
  const shown = async (id: string): Promise<Approval> => (await world.client(SECOND)).get(`/approvals/${id}`);

  beforeAll(async () => {
    world = await startWorld();
    await secondOfficer(world);
    [first, second] = [await world.as(FIRST), await world.as(SECOND)];
    debtor = world.idOf('huadong');
  });
  afterAll(() => world.close());

  it('is not asked for before the deed is marked', async () => {
    expect((await askForLimit(first, debtor, cny('100.00'))).status).toBe(200);
    expect((await limitsOf(world)).map(({ limit }) => limit)).toEqual([cny('100.00')]);
  });

  it('is asked for above the threshold only, and until then nothing has changed', async () => {
    expect((await mark(first, true, cny('1000'))).status).toBe(200);
    expect((await askForLimit(first, debtor, cny('999'), { expectedVersion: 1 })).status).toBe(200);
    const held = await askForLimit(first, debtor, cny('5000'), { expectedVersion: 2 });
    expect(held.status).toBe(202);
    expect((await limitsOf(world)).map(({ limit }) => limit)).toEqual([cny('999.00')]);
    const approval = await shown(heldId(held));
    expect(approval).toMatchObject({ state: 'waiting', actions: ['approve', 'decline'] });
    expect(approval.preview.limit).toEqual(cny('5000.00'));
  });

  it('decides on what the database alone does not tell, as it does not tell drafts', async () => {
    const grantors = [{ legalName: '林', identifierScheme: 'PERSON', identifier: '11010519491231002X' }];
    const lawyer = await world.client('lawyer');
    const draft = await lawyer.post<{ id: string }>('/registration-drafts', {
      title: '林',
      content: { grantors },
    });
    const rows = await query<{ kept: string }>(
      world.app.app.get(Db, { strict: false }).reads,
      `select input::text as kept from approvals.approval union all
       select content::text from desk.draft where id = $1`,
      [draft.id],
    );
    expect(rows).toHaveLength(2);
    for (const { kept } of rows) expect(kept).toMatch(/^\{"sealed": "[\w+/]{60,}={0,2}"\}$/);
    expect(await lawyer.get(`/registration-drafts/${draft.id}`)).toMatchObject({ content: { grantors } });
  });

  it('approves, and the deed is done in the name of its maker with a deed for both', async () => {
    const [waiting] = (
      await (await world.client(SECOND)).get<{ items: Approval[] }>('/approvals?state=waiting')
    ).items;
    const approved = await decide(second, waiting?.id ?? '', 'approve');
    expect(approved.status).toBe(200);
    expect(approved.json()).toMatchObject({ state: 'approved', decidedByName: '周复核' });
    expect(await limitsOf(world)).toMatchObject([{ limit: cny('5000.00'), version: 3 }]);
    const deeds = await query<{ action: string; login: string }>(
      world.app.app.get(Db, { strict: false }).reads,
      `select action, login from audit.deed d join identity.user_account u on u.id = d.user_id
       where action in ('risk.limit_changed', 'approvals.approval_approved') order by d.id desc limit 2`,
    );
    expect(deeds).toEqual(
      expect.arrayContaining([
        { action: 'risk.limit_changed', login: FIRST },
        { action: 'approvals.approval_approved', login: SECOND },
      ]),
    );
    expect((await decide(second, waiting?.id ?? '', 'approve')).status).toBe(200);
    expect(await limitsOf(world)).toMatchObject([{ version: 3 }]);
  });

  it('declines with a reason, or the maker withdraws', async () => {
    const one = heldId(await askForLimit(first, debtor, cny('6000'), { expectedVersion: 3 }));
    expect((await decide(second, one, 'decline', '额度过高')).json()).toMatchObject({
      ...{ state: 'declined', reason: '额度过高' },
    });
    const other = heldId(await askForLimit(first, debtor, cny('7000'), { expectedVersion: 3 }));
    const withdrawn = await first.call({ method: 'POST', path: `/approvals/${other}/withdrawal` });
    expect(withdrawn.json()).toMatchObject({ state: 'withdrawn', actions: [] });
    expect(await limitsOf(world)).toMatchObject([{ limit: cny('5000.00') }]);
  });

  it('is asked once when the same key asks twice', async () => {
    const ask = () => askForLimit(first, debtor, cny('8000'), { expectedVersion: 3, key: 'held-once' });
    const [one, again] = [await ask(), await ask()];
    expect([one.status, again.status]).toEqual([202, 202]);
    expect(again.json()).toEqual(one.json());
  });

  it('is needed to ask for less than before', async () => {
    const looser = await mark(first, true, cny('1000000'));
    expect(looser.status).toBe(202);
    expect((await askForLimit(first, debtor, cny('9000'), { expectedVersion: 3 })).status).toBe(202);
    expect((await decide(second, heldId(looser), 'approve')).status).toBe(200);
    expect((await askForLimit(first, debtor, cny('9000'), { expectedVersion: 3 })).status).toBe(200);
  });
});
