// How a debtor answers, counted on a real database, and the clause against assignment, stated by either way.
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { NO_ONE } from '#platform';
import { localDate } from '#kernel';
import { ResponseStore } from '../../data/confirmation/response.store';
import type { Answer } from '../../domain/answer';
import { commandOf, csv, type Stage, stageForTest } from '../../stage-for-test';
import { CheckAnswers } from '../check-answers';
import { ProposeAnswers } from '../propose-answers';
import { Receivables } from '../receivables';
import { ReceivableQueries } from '../receivables.queries';
import { Assurances } from './assurances';
import { Responses } from './responses';

const DAY = 86_400_000;

describe('what suppliers and financiers learn of a debtor', () => {
  let database: TestDatabase;
  let stage: Stage;
  let ids: readonly string[];
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
    const rows = Array.from({ length: 6 }, (_, at) => ({ number: `R-${at}` }));
    ids = (await stage.upload(csv(...rows))).outcomes.map(({ receivableId }) => receivableId ?? '');
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  const answer = async (...answers: Answer[]) => {
    const { items } = await stage.app.get(ProposeAnswers).execute(commandOf(stage.maker), answers);
    const checks = items.map(({ confirmationId }) => ({
      confirmationId: confirmationId ?? '',
      decision: 'approve' as const,
    }));
    await stage.app.get(CheckAnswers).execute(commandOf(stage.checker), checks);
  };
  const seen = () => stage.app.get(Responses).ofReceivable(stage.supplier, ids[0] ?? '');
  const own = () => stage.app.get(Responses).own(stage.maker);

  it('is nothing of few cases, except to the debtor itself', async () => {
    const [a = '', b = '', c = ''] = ids;
    stage.clock.advance(4 * DAY);
    const partial = { amount: '600.00', currency: 'EUR' };
    await answer(
      { receivableId: a, decision: 'confirm', noAssignmentClause: true },
      { receivableId: b, decision: 'dispute', confirmedAmount: partial, reason: 'price' },
    );
    expect(await seen()).toMatchObject({ cases: null, medianDays: null, inTimePercent: null });
    expect(await own()).toMatchObject({
      ...{ cases: 2, medianDays: '4.0', inTimePercent: 100, disputedPercent: 50, withdrawnPercent: 0 },
    });
    stage.clock.advance(40 * DAY);
    await answer({ receivableId: c, decision: 'reject', reason: 'not_ours' });
  });

  it('is counted of all that was answered and all that is overdue', async () => {
    expect(await seen()).toEqual({
      ...{ debtorId: stage.debtorId, cases: 6, medianDays: '4.0', inTimePercent: 33 },
      ...{ disputedPercent: 67, withdrawnPercent: 0 },
    });
    await expect(stage.app.get(Responses).ofReceivable(stage.rival, ids[0] ?? '')).rejects.toMatchObject({
      code: 'receivables.receivable_not_found',
    });
    const days = { since: localDate('2026-01-01'), today: localDate('2026-12-01') };
    const counts = stage.app.get(ResponseStore).counts(stage.db.reads, NO_ONE, [stage.debtorId], days);
    expect(await counts).toEqual([]);
  });

  it('is warned of a clause against assignment that the debtor stated, and nothing is blocked', async () => {
    const [a = '', b = ''] = ids;
    const queries = stage.app.get(ReceivableQueries);
    const shown = (id: string) => queries.byId(stage.db.reads, stage.supplier, id);
    expect(await shown(a)).toMatchObject({ hasNoAssignmentClause: true, actions: ['request'] });
    expect(await shown(b)).toMatchObject({ hasNoAssignmentClause: false });
    const found = await stage.app.get(Receivables).byIds(stage.db.reads, stage.supplier.scope, [a]);
    const assured = await stage.app.get(Assurances).of(stage.db.reads, found);
    expect(assured.get(a)).toMatchObject({
      grade: { grade: 'E' },
      isDisputed: false,
      hasNoAssignmentClause: true,
    });
  });
});
