import { localDate, newId } from '#kernel';
import { type Actor, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../test/support/database';
import { ConfirmationStore } from '../data/confirmation.store';
import { QueueStore } from '../data/queue.store';
import type { Answer } from '../domain/answer';
import { commandOf, csv, type Stage, stageForTest } from '../stage-for-test';
import { CheckAnswers } from './check-answers';
import { CompleteTerms } from './complete-terms';
import { ConfirmationQueries } from './confirmations.queries';
import { ProposeAnswers } from './propose-answers';
import { ReceivableQueries } from './receivables.queries';

describe('the debtor’s answer', () => {
  let database: TestDatabase;
  let stage: Stage;
  let next = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  const listed = async (howMany = 1, dueDate = '2026-04-15') => {
    const rows = Array.from({ length: howMany }, () => ({
      number: `N-${(++next).toString()}`,
      due_date: dueDate,
    }));
    return (await stage.upload(csv(...rows))).outcomes.map(({ receivableId }) => receivableId ?? '');
  };
  const propose = (actor: Actor, ...answers: Answer[]) =>
    stage.app.get(ProposeAnswers).execute(commandOf(actor), answers);
  const check = (actor: Actor, decision: 'approve' | 'decline', ...confirmationIds: string[]) =>
    stage.app.get(CheckAnswers).execute(
      commandOf(actor),
      confirmationIds.map((confirmationId) => ({ confirmationId, decision })),
    );
  const proposed = async (...answers: Answer[]) =>
    (await propose(stage.maker, ...answers)).items.map(({ confirmationId }) => confirmationId ?? '');
  const shown = (id: string) => stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, id);
  const queue = async (actor: Actor, filter: object = {}) =>
    (await stage.app.get(ConfirmationQueries).page(actor, { limit: 200, ...filter })).items;
  const deeds = (subjectId: string) =>
    query(stage.db.reads, 'select action from audit.deed where subject_id = $1 order by subject_version', [
      subjectId,
    ]);

  it('needs two people: confirm, dispute in part and reject in bulk', async () => {
    const [a = '', b = '', c = ''] = await listed(3);
    const ids = await proposed(
      { receivableId: a, decision: 'confirm' },
      {
        receivableId: b,
        decision: 'dispute',
        confirmedAmount: { amount: '600.00', currency: 'EUR' },
        reason: 'quality',
        note: 'two crates broken',
      },
      { receivableId: c, decision: 'reject', reason: 'not_ours' },
    );
    expect(await shown(a)).toMatchObject({ state: 'listed', answer: null, version: 1 });
    const { items } = await check(stage.checker, 'approve', ...ids);
    expect(items.map(({ outcome }) => outcome)).toEqual(['approved', 'approved', 'approved']);
    const zero = { amount: '0.00', currency: 'EUR' };
    expect(await shown(a)).toMatchObject({
      state: 'confirmed',
      answer: { outcome: 'confirmed', reason: null, answeredAt: stage.clock.now().toISOString() },
      available: { amount: '1000.00', currency: 'EUR' },
      actions: ['request'],
      version: 2,
    });
    expect(await shown(b)).toMatchObject({
      state: 'part_disputed',
      answer: { outcome: 'part_disputed', reason: 'quality', note: 'two crates broken' },
      available: { amount: '600.00', currency: 'EUR' },
    });
    expect(await shown(c)).toMatchObject({
      state: 'rejected',
      answer: { outcome: 'rejected', reason: 'not_ours', confirmed: zero },
      available: zero,
      actions: [],
    });
    expect(await deeds(a)).toEqual([
      { action: 'receivables.receivable_registered' },
      { action: 'receivables.receivable_answered' },
    ]);
    expect(await deeds(ids[0] ?? '')).toEqual([
      { action: 'receivables.answer_proposed' },
      { action: 'receivables.answer_approved' },
    ]);
  });

  it('keeps who, when and in which session, and shows the supplier none of it', async () => {
    const [a = ''] = await listed();
    const [id = ''] = await proposed({ receivableId: a, decision: 'confirm' });
    stage.clock.advance(60_000);
    await check(stage.checker, 'approve', id);
    const [kept] = await stage.app.get(ConfirmationStore).byIds(stage.db.reads, stage.maker.scope, [id]);
    expect(kept).toMatchObject({
      state: 'approved',
      makerId: stage.maker.userId,
      makerSession: stage.maker.sessionId,
      checkerId: stage.checker.userId,
      checkerSession: stage.checker.sessionId,
      checkedAt: stage.clock.now(),
    });
    const seen = JSON.stringify(await shown(a));
    for (const secret of [stage.maker, stage.checker].flatMap((one) => [one.userId, one.sessionId]))
      expect(seen).not.toContain(secret);
  });

  it('is not checked by its maker, not even with both permissions, nor by SQL', async () => {
    const [a = ''] = await listed();
    const [id = ''] = await proposed({ receivableId: a, decision: 'confirm' });
    await expect(check(stage.maker, 'approve', id)).rejects.toMatchObject({
      code: 'receivables.maker_is_checker',
      kind: 'refused',
    });
    await expect(
      query(
        stage.db.reads,
        `update receivables.confirmation set state = 'approved', checker_id = maker_id, checker_session = 'x',
           checked_at = proposed_at where id = $1`,
        [id],
      ),
    ).rejects.toThrow('confirmation_two_people');
    expect(await shown(a)).toMatchObject({ state: 'listed' });
  });

  it('can be declined and proposed anew', async () => {
    const [a = ''] = await listed();
    const [first = ''] = await proposed({ receivableId: a, decision: 'confirm' });
    await expect(propose(stage.maker, { receivableId: a, decision: 'confirm' })).rejects.toMatchObject({
      code: 'receivables.answer_pending',
    });
    await check(stage.checker, 'decline', first);
    expect(await shown(a)).toMatchObject({ state: 'listed', version: 1 });
    const [second = ''] = await proposed({ receivableId: a, decision: 'reject', reason: 'duplicate' });
    await check(stage.checker, 'approve', second);
    expect(await shown(a)).toMatchObject({ state: 'rejected' });
    await expect(check(stage.checker, 'approve', second)).rejects.toMatchObject({
      code: 'receivables.confirmation_closed',
    });
  });

  it('is not approved when the receivable changed in between', async () => {
    const [a = ''] = await listed();
    const [id = ''] = await proposed({ receivableId: a, decision: 'confirm' });
    await query(stage.db.reads, 'update receivables.receivable set version = 2 where id = $1', [a]);
    await expect(check(stage.checker, 'approve', id)).rejects.toMatchObject({
      code: 'receivables.receivable_changed',
    });
  });

  it('is out of reach for the supplier and for another debtor', async () => {
    const [a = ''] = await listed();
    const answer = { receivableId: a, decision: 'confirm' } as const;
    for (const stranger of [stage.supplier, stage.rival])
      await expect(propose(stranger, answer)).rejects.toMatchObject({
        code: 'receivables.receivable_not_found',
      });
    const [id = ''] = await proposed(answer);
    for (const stranger of [stage.supplier, stage.rival])
      await expect(check(stranger, 'approve', id)).rejects.toMatchObject({
        code: 'receivables.confirmation_not_found',
      });
    expect(await queue(stage.supplier)).toEqual([]);
    const page = { limit: 5 };
    expect(await stage.app.get(QueueStore).page(stage.db.reads, NO_ONE, page, null)).toEqual([]);
    const today = localDate('2026-06-01');
    expect(await stage.app.get(QueueStore).totals(stage.db.reads, NO_ONE, today)).toEqual([]);
    expect(await stage.app.get(ConfirmationStore).byIds(stage.db.reads, NO_ONE, [id])).toEqual([]);
    expect((await stage.app.get(ConfirmationStore).pending(stage.db.reads, NO_ONE, [a])).size).toBe(0);
  });

  it('is asked for with the exceptions first, page by page, and counted by currency', async () => {
    const [plain = '', held = ''] = await listed(2, '2026-02-01');
    const [late = ''] = await listed(1, '2026-12-01');
    await query(
      stage.db.reads,
      `update receivables.receivable set dispute_hold = id = $1, answer_by = case when id = $2
         then date '2026-01-01' else answer_by end where id = any($3)`,
      [held, late, [plain, held, late]],
    );
    const all = (await queue(stage.maker, { task: 'open' })).map(({ id }) => id);
    expect(all.indexOf(held)).toBeLessThan(all.indexOf(late));
    expect(all.indexOf(late)).toBeLessThan(all.indexOf(plain));
    const paged: string[] = [];
    for (let cursor: string | undefined; ;) {
      const filter = { task: 'open', limit: 2, ...(cursor !== undefined && { cursor }) } as const;
      const page = await stage.app.get(ConfirmationQueries).page(stage.maker, filter);
      paged.push(...page.items.map(({ id }) => id));
      if (page.next === null) break;
      cursor = page.next;
    }
    expect(paged).toEqual(all);
    const open = (await queue(stage.maker)).length;
    const [total] = await stage.app.get(ConfirmationQueries).totals(stage.maker);
    expect(total).toMatchObject({
      ...{ count: open, overdue: 1, held: 1 },
      payable: { amount: `${open}000.00`, currency: 'EUR' },
    });
  });

  it('in bulk gives each item its own result, and is refused when none can be done', async () => {
    const [a = '', b = ''] = await listed(2);
    const unknown = newId(1);
    const { items } = await propose(
      stage.maker,
      { receivableId: a, decision: 'confirm' },
      { receivableId: a, decision: 'confirm' },
      { receivableId: b, decision: 'reject' },
      { receivableId: unknown, decision: 'confirm' },
    );
    expect(items.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      'proposed',
      'receivables.answer_pending',
      'receivables.reason_missing',
      'receivables.receivable_not_found',
    ]);
    const id = items[0]?.confirmationId ?? '';
    const checked = await check(stage.checker, 'approve', id, id, unknown);
    expect(checked.items.map(({ outcome, error }) => error?.code ?? outcome)).toEqual([
      'approved',
      'receivables.confirmation_closed',
      'receivables.confirmation_not_found',
    ]);
    await expect(
      propose(
        stage.maker,
        { receivableId: a, decision: 'confirm' },
        { receivableId: unknown, decision: 'confirm' },
      ),
    ).rejects.toMatchObject({ code: 'receivables.nothing_done', details: { count: 2 } });
  });

  it('counts once when many people answer and check at the same moment', async () => {
    const [a = ''] = await listed();
    const tries = await Promise.allSettled(
      Array.from({ length: 8 }, () => propose(stage.maker, { receivableId: a, decision: 'confirm' })),
    );
    const won = tries.flatMap((one) => (one.status === 'fulfilled' ? one.value.items : []));
    expect(won).toHaveLength(1);
    const id = won[0]?.confirmationId ?? '';
    const checks = await Promise.allSettled(
      Array.from({ length: 8 }, (_, n) => check(stage.checker, n % 2 ? 'approve' : 'decline', id)),
    );
    expect(checks.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });
});

describe('the debtor’s queue', () => {
  let database: TestDatabase;
  let stage: Stage;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  it('goes by due date behind what is late, with what may be done', async () => {
    const { outcomes } = await stage.upload(
      csv(
        { number: 'Q-1', due_date: '2026-06-01' },
        { number: 'Q-2', due_date: '2026-03-01' },
        { number: 'Q-3', due_date: '2026-06-01' },
        { number: 'Q-4', due_date: '' },
      ),
    );
    const [q1 = '', q2 = '', , q4 = ''] = outcomes.map(({ receivableId }) => receivableId ?? '');
    const queries = stage.app.get(ConfirmationQueries);
    const numbers = async (filter: object = {}) =>
      (await queries.page(stage.maker, { limit: 200, ...filter })).items.map((one) => one.invoiceNumber);
    expect((await numbers())[0]).toBe('Q-2');
    expect((await numbers()).sort()).toEqual(['Q-1', 'Q-2', 'Q-3']);

    const seen: string[] = [];
    let cursor: string | null | undefined;
    do {
      const page = await queries.page(stage.maker, { limit: 1, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    } while (cursor);
    expect(seen).toHaveLength(3);
    expect(new Set(seen).size).toBe(3);
    expect(seen[0]).toBe(q2);

    const propose = stage.app.get(ProposeAnswers);
    const { items } = await propose.execute(commandOf(stage.maker), [
      { receivableId: q1, decision: 'confirm' },
      { receivableId: q2, decision: 'confirm' },
    ]);
    const approve = { confirmationId: items[1]?.confirmationId ?? '', decision: 'approve' } as const;
    await stage.app.get(CheckAnswers).execute(commandOf(stage.checker), [approve]);
    expect(await numbers({ task: 'open' })).toEqual(['Q-3']);
    expect(await numbers({ task: 'awaiting_check' })).toEqual(['Q-1']);
    expect(await numbers({ task: 'answered' })).toEqual(['Q-2']);

    const toCheck = await queries.page(stage.checker, { limit: 5, task: 'awaiting_check' });
    expect(toCheck.items[0]).toMatchObject({
      supplierName: 'Supplier GmbH',
      answerBy: '2026-02-19',
      overdue: false,
      answer: { decision: 'confirm', makerId: stage.maker.userId },
      actions: ['approve', 'decline'],
    });
    stage.clock.moveTo(new Date('2026-02-19T15:59:59Z'));
    expect((await queries.page(stage.maker, { limit: 5, task: 'open' })).items[0]).toMatchObject({
      overdue: false,
      actions: ['propose'],
    });
    stage.clock.moveTo(new Date('2026-02-19T16:00:00Z'));
    expect((await queries.page(stage.maker, { limit: 5, task: 'open' })).items[0]?.overdue).toBe(true);

    const complete = stage.app.get(CompleteTerms);
    const listed = await complete.execute(commandOf(stage.supplier), q4, { paymentTermsDays: 60 });
    expect(listed).toMatchObject({
      state: 'listed',
      dueDate: '2026-03-16',
      answerBy: '2026-03-22',
      version: 2,
      actions: [],
    });
    // What is late comes first, although it is due later.
    expect(await numbers({ task: 'open' })).toEqual(['Q-3', 'Q-4']);
    await expect(
      complete.execute(commandOf(stage.supplier), q4, { paymentTermsDays: 60 }),
    ).rejects.toMatchObject({ code: 'receivables.receivable_not_draft' });
    await expect(
      complete.execute(commandOf(stage.rival), q4, { paymentTermsDays: 60 }),
    ).rejects.toMatchObject({ code: 'receivables.receivable_not_found' });
  });
});
