import { readFile } from 'node:fs/promises';
import { newId } from '#kernel';
import { type Actor, EVERYONE, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { DisputeStore } from '../../data/confirmation/dispute.store';
import type { Answer } from '../../domain/answer';
import { commandOf, csv, type Stage, stageForTest } from '../../stage-for-test';
import { CheckAnswers } from '../check-answers';
import { ConfirmationQueries } from '../confirmations.queries';
import { ProposeAnswers } from '../propose-answers';
import { Receivables } from '../receivables';
import { ReceivableQueries } from '../receivables.queries';
import { AddDisputeFile } from './add-dispute-file';
import { DisputeQueries } from './disputes.queries';
import { SettleDispute, type Settlement } from './settle-dispute';
import { WithdrawConfirmation } from './withdraw-confirmation';

/** Put together here, or scanners would take this file. */
const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE', '!$H+H*'].join('');

describe('disputes and withdrawals', () => {
  let database: TestDatabase;
  let stage: Stage;
  let next = 0;
  let supplier: Actor;
  let debtor: Actor;
  let operator: Actor;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
    const may = (actor: Actor): Actor => ({
      ...actor,
      permissions: new Set([...actor.permissions, 'dispute.settle', 'confirmation.withdraw']),
    });
    [supplier, debtor, operator] = [may(stage.supplier), may(stage.checker), may(stage.operator)];
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  const refusal = (code: string) => ({ code: `receivables.${code}` });
  const answered = async (answer: Omit<Answer, 'receivableId'>) => {
    const row = { number: `D-${(++next).toString()}`, due_date: '2026-04-15' };
    const id = (await stage.upload(csv(row))).outcomes[0]?.receivableId ?? '';
    const proposing = stage.app.get(ProposeAnswers);
    const { items } = await proposing.execute(commandOf(stage.maker), [{ ...answer, receivableId: id }]);
    const confirmationId = items[0]?.confirmationId ?? '';
    await stage.app
      .get(CheckAnswers)
      .execute(commandOf(stage.checker), [{ confirmationId, decision: 'approve' }]);
    return { id, confirmationId };
  };
  const shown = (id: string) => stage.app.get(ReceivableQueries).byId(stage.db.reads, supplier, id);
  const disputesOf = async (actor: Actor, receivableId: string) =>
    (await stage.app.get(DisputeQueries).page(actor, { limit: 50, receivableId })).items;
  const settle = (actor: Actor, id: string, settlement: Settlement) =>
    stage.app.get(SettleDispute).execute(commandOf(actor), id, settlement);
  const withdraw = (actor: Actor, id: string) =>
    stage.app.get(WithdrawConfirmation).execute(commandOf(actor), id, { reason: 'quality', note: 'rust' });
  const partial = {
    ...({ decision: 'dispute', reason: 'quality' } as const),
    confirmedAmount: { amount: '600.00', currency: 'EUR' },
  };
  const close = { step: 'close', reason: 'corrected', note: null } as const;
  const financed = async (id: string) => {
    const [receivable] = await stage.app.get(Receivables).byIds(stage.db.reads, EVERYONE, [id]);
    await query(
      stage.db.reads,
      `insert into registry.asset_claim (asset_key, payable_amount, claimed_amount, currency, version)
       values ('invoice:' || $1, 1000, 400, 'EUR', 1)`,
      [receivable?.invoiceKey],
    );
  };

  it('opens with a partial answer about the rest, which the supplier answers and cannot close', async () => {
    const { id } = await answered(partial);
    const [dispute] = await disputesOf(supplier, id);
    if (!dispute) throw new Error('a partial answer opens a dispute');
    expect(dispute).toMatchObject({
      ...{ cause: 'partial_confirmation', causedByName: 'Supplier GmbH', openedByName: 'Debtor GmbH' },
      ...{ amount: { amount: '400.00', currency: 'EUR' }, holds: false, state: 'open', reason: 'quality' },
      actions: ['answer', 'escalate', 'attach'],
    });
    expect(JSON.stringify(dispute)).not.toContain(stage.checker.userId);
    await expect(settle(supplier, dispute.id, close)).rejects.toMatchObject(refusal('dispute_own_closing'));
    const answer = { step: 'answer', note: 'we sent new crates' } as const;
    await expect(settle(debtor, dispute.id, answer)).rejects.toMatchObject(refusal('dispute_not_the_cause'));
    expect(await settle(supplier, dispute.id, answer)).toMatchObject({ state: 'answered' });
    const closed = await settle(debtor, dispute.id, close);
    expect(closed).toMatchObject({ state: 'closed', closedByName: 'Debtor GmbH', actions: [] });
    await expect(settle(debtor, dispute.id, close)).rejects.toMatchObject(refusal('dispute_moved_on'));
  });

  it('goes to the operator when it is escalated, and to nobody else', async () => {
    const { id } = await answered(partial);
    const [dispute] = await disputesOf(debtor, id);
    await settle(supplier, dispute?.id ?? '', { step: 'escalate' });
    await expect(settle(debtor, dispute?.id ?? '', close)).rejects.toMatchObject(
      refusal('dispute_not_the_operator'),
    );
    expect(await settle(operator, dispute?.id ?? '', close)).toMatchObject({ state: 'closed' });
  });

  it('is not closed by its causer in SQL either, and shown only to whom it concerns', async () => {
    const { id } = await answered(partial);
    const [dispute] = await disputesOf(operator, id);
    await expect(
      query(
        stage.db.reads,
        `update receivables.dispute set state = 'closed', closed_by = opened_by, closed_at = opened_at,
           closed_by_organisation = caused_by, closing_reason = 'paid' where id = $1`,
        [dispute?.id],
      ),
    ).rejects.toThrow(/dispute_closed_by_another/);
    expect(await disputesOf(stage.rival, id)).toEqual([]);
    await expect(settle(stage.rival, dispute?.id ?? '', close)).rejects.toMatchObject(
      refusal('dispute_not_found'),
    );
    const store = stage.app.get(DisputeStore);
    expect(await store.byId(stage.db.reads, NO_ONE, dispute?.id ?? '')).toBeUndefined();
    await stage.db.run((tx) => store.addParties(tx, dispute?.id ?? '', [stage.rival.organisationId]));
    expect(await disputesOf(stage.rival, id)).toHaveLength(1);
  });

  it('takes a confirmation back before anything is financed, and the debtor is asked again', async () => {
    const { id, confirmationId } = await answered({ decision: 'confirm' });
    stage.clock.advance(86_400_000);
    expect(await withdraw(debtor, confirmationId)).toMatchObject({ outcome: 'withdrawn', disputeId: null });
    expect(await shown(id)).toMatchObject({
      ...{ state: 'listed', confirmed: null, answer: null, grade: null, version: 3 },
    });
    const { items } = await stage.app.get(ConfirmationQueries).page(stage.maker, { limit: 200 });
    expect(items.find((one) => one.id === id)).toMatchObject({ task: 'open' });
    await expect(withdraw(debtor, confirmationId)).rejects.toMatchObject(refusal('confirmation_not_given'));
    const again = await stage.app
      .get(ProposeAnswers)
      .execute(commandOf(stage.maker), [{ receivableId: id, decision: 'confirm' }]);
    expect(again.items[0]).toMatchObject({ outcome: 'proposed' });
  });

  it('never takes it back silently after financing: it stands, is disputed, and nothing more is financed', async () => {
    const { id, confirmationId } = await answered({ decision: 'confirm' });
    await financed(id);
    const { outcome, disputeId } = await withdraw(debtor, confirmationId);
    expect(outcome).toBe('disputed');
    expect(await shown(id)).toMatchObject({
      ...{ state: 'confirmed', disputeHold: true, available: { amount: '0.00' }, actions: [] },
      answer: { outcome: 'confirmed' },
    });
    const receivables = stage.app.get(Receivables);
    const acceptance = stage.db.run(async (tx) =>
      receivables.assertStillUnique(tx, await receivables.lock(tx, [id])),
    );
    await expect(acceptance).rejects.toMatchObject(refusal('receivable_disputed'));
    await expect(settle(debtor, disputeId ?? '', close)).rejects.toMatchObject(
      refusal('dispute_own_closing'),
    );
    await settle(supplier, disputeId ?? '', { ...close, reason: 'accepted_as_owed' });
    expect(await shown(id)).toMatchObject({ disputeHold: false, available: { amount: '600.00' } });
  });

  it('keeps the hold while another dispute holds, and when it was found that nothing is owed', async () => {
    const { id, confirmationId } = await answered({ decision: 'confirm' });
    await financed(id);
    const [first, second] = [await withdraw(debtor, confirmationId), await withdraw(debtor, confirmationId)];
    await settle(supplier, first.disputeId ?? '', close);
    expect(await shown(id)).toMatchObject({ disputeHold: true });
    await settle(operator, second.disputeId ?? '', { ...close, reason: 'not_owed' });
    expect(await shown(id)).toMatchObject({ disputeHold: true });
  });

  it.each([
    ['of a rejection', { decision: 'reject', reason: 'not_ours' } as const, 'withdrawal_of_rejection'],
  ])('refuses a withdrawal %s', async (_, answer, code) => {
    const { confirmationId } = await answered(answer);
    await expect(withdraw(debtor, confirmationId)).rejects.toMatchObject(refusal(code));
  });

  it('refuses a withdrawal by anybody but the debtor, and of what is not there', async () => {
    const { confirmationId } = await answered({ decision: 'confirm' });
    const missing = refusal('confirmation_not_found');
    await expect(withdraw(supplier, confirmationId)).rejects.toMatchObject(missing);
    await expect(withdraw(debtor, newId(1))).rejects.toMatchObject(missing);
  });

  describe('evidence', () => {
    const file = (name: string, text: string) => () =>
      Promise.resolve({ name, bytes: new TextEncoder().encode(text) });
    const add = (actor: Actor, id: string, read = file('photo.txt', 'crates')) =>
      stage.app.get(AddDisputeFile).execute(commandOf(actor), id, read);
    const disputed = async () => (await disputesOf(debtor, (await answered(partial)).id))[0]?.id ?? '';

    it('is seen by both sides as of whoever added it, and had by nobody else', async () => {
      const id = await disputed();
      await add(supplier, id, file('delivery note.txt', 'all there'));
      const { files, version, actions } = await add(debtor, id, file('rust.txt', 'a picture of rust'));
      expect(files).toMatchObject([
        { side: 'supplier', organisationName: 'Supplier GmbH', name: 'delivery note.txt', sizeBytes: 9 },
        { side: 'debtor', organisationName: 'Debtor GmbH', name: 'rust.txt' },
      ]);
      expect(version).toBe(3);
      expect(actions).toContain('attach');
      const [first] = files;
      const queries = stage.app.get(DisputeQueries);
      const { path } = await queries.file(debtor, first?.id ?? '');
      expect(await readFile(path, 'utf8')).toBe('all there');
      expect((await queries.one(supplier, id)).files).toEqual(files);
      await expect(queries.file(stage.rival, first?.id ?? '')).rejects.toMatchObject(
        refusal('dispute_file_not_found'),
      );
    });

    it('never stands there as of another than its document, nor of who has no part in it: in SQL too', async () => {
      const id = await disputed();
      await add(supplier, id);
      const put = (organisation: string) =>
        query(
          stage.db.reads,
          `insert into receivables.dispute_file
           select gen_random_uuid(), f.dispute_id, d.id, $2, f.added_by, f.added_at
           from receivables.dispute_file f, documents.document d
           where f.dispute_id = $1 and d.id <> f.document_id and d.owner_id = f.organisation_id limit 1`,
          [id, organisation],
        );
      await expect(put(debtor.organisationId)).rejects.toThrow(/dispute_file_of_its_owner/);
      await expect(put(stage.rival.organisationId)).rejects.toThrow(/dispute_file_of/);
    });

    it('is refused empty, infected, from the judge, from a stranger before it is read, and after the end', async () => {
      const id = await disputed();
      await expect(add(supplier, id, file('empty.txt', ''))).rejects.toMatchObject(
        refusal('dispute_file_empty'),
      );
      await expect(add(supplier, id, file('test.txt', EICAR))).rejects.toMatchObject({
        code: 'documents.eicar',
      });
      await expect(add(operator, id)).rejects.toMatchObject(refusal('dispute_file_of_the_judge'));
      const unread = () => Promise.reject(new Error('a stranger’s file is not read'));
      await expect(add(stage.rival, id, unread)).rejects.toMatchObject(refusal('dispute_not_found'));
      await settle(debtor, id, close);
      await expect(add(supplier, id)).rejects.toMatchObject(refusal('dispute_moved_on'));
      expect((await stage.app.get(DisputeQueries).one(supplier, id)).files).toEqual([]);
    });
  });
});
