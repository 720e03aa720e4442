import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { canonicalJson, newId } from '#kernel';
import { type Actor, NO_ONE, query } from '#platform';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import type { Answer } from '../../domain/answer';
import { keyProof } from '../../domain/confirmation/signing-key';
import { STATEMENT_FORMAT } from '../../domain/confirmation/statement';
import { commandOf, csv, type Stage, stageForTest } from '../../stage-for-test';
import { CheckAnswers } from '../check-answers';
import { ConfirmationQueries, type TaskShown } from '../confirmations.queries';
import { ProposeAnswers } from '../propose-answers';
import { ReceivableQueries } from '../receivables.queries';
import { ChangeKey } from './change-key';
import { KeyQueries } from './keys.queries';
import { RegisterKey } from './register-key';

interface Pair {
  readonly publicKey: string;
  readonly privateKey: KeyObject;
}
const newPair = (): Pair => {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'), privateKey };
};
const signed = (text: string, { privateKey }: Pair) =>
  sign(null, Buffer.from(text), privateKey).toString('base64');

describe('a signed answer', () => {
  let database: TestDatabase;
  let stage: Stage;
  let maker: Actor;
  let checker: Actor;
  let next = 0;
  beforeAll(async () => {
    database = await createTestDatabase();
    stage = await stageForTest(database.appUrl);
    const withKeys = (actor: Actor, ...more: string[]): Actor => ({
      ...actor,
      permissions: new Set([...actor.permissions, 'key.revoke', ...more]),
    });
    maker = withKeys(stage.maker);
    checker = withKeys(stage.checker, 'key.approve');
  });
  afterAll(async () => {
    await stage.close();
    await database.drop();
  });

  const register = async (actor: Actor, pair: Pair, label = 'office') => {
    const text = canonicalJson(keyProof(actor.organisationId, actor.userId, pair.publicKey));
    const key = { label, publicKey: pair.publicKey, proof: signed(text, pair) };
    return stage.app.get(RegisterKey).execute(commandOf(actor), key);
  };
  const approved = async (actor: Actor, by: Actor) => {
    const pair = newPair();
    const { id } = await register(actor, pair);
    await stage.app.get(ChangeKey).decide(commandOf(by), id, 'approve');
    return { ...pair, id };
  };
  const task = async (): Promise<TaskShown> => {
    const row = { number: `S-${(++next).toString()}`, due_date: '2026-04-15' };
    const id = (await stage.upload(csv(row))).outcomes[0]?.receivableId ?? '';
    const { items } = await stage.app.get(ConfirmationQueries).page(maker, { limit: 200 });
    const found = items.find((one) => one.id === id);
    if (!found) throw new Error('the receivable is in the queue');
    return found;
  };
  const answerTo = (
    one: TaskShown,
    key: Pair & { readonly id: string },
    change: object = {},
    signedAt = stage.clock.now(),
  ): Answer => {
    const statement = canonicalJson({
      ...{ format: STATEMENT_FORMAT, ...one.statement, decision: 'confirm', confirmed: one.payable },
      ...{ reason: null, note: null, orderNumber: null, goodsReceiptNumber: null },
      ...{ keyId: key.id, signedAt: signedAt.toISOString(), ...change },
    });
    const signature = signed(statement, key);
    return { receivableId: one.id, decision: 'confirm', signed: { keyId: key.id, statement, signature } };
  };
  const propose = (answer: Answer, actor = maker) =>
    stage.app.get(ProposeAnswers).execute(commandOf(actor), [answer]);
  const refusal = (code: string) => ({ code: `receivables.${code}` });

  it('is taken with a key that a colleague approved, and graded by it', async () => {
    const key = await approved(maker, checker);
    const one = await task();
    const { items } = await propose(answerTo(one, key));
    const confirmationId = items[0]?.confirmationId ?? '';
    await stage.app.get(CheckAnswers).execute(commandOf(checker), [{ confirmationId, decision: 'approve' }]);
    const shown = await stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, one.id);
    expect(shown).toMatchObject({
      state: 'confirmed',
      grade: { grade: 'C', points: 3, reasons: ['identity_password', 'channel_signed'] },
    });
  });

  it('is graded lower without a key, and by documents', async () => {
    const [plain, documented] = [await task(), await task()];
    for (const [one, more] of [
      [plain, {}],
      [documented, { orderNumber: 'PO-1', goodsReceiptNumber: 'GR-1' }],
    ] as const) {
      const { items } = await propose({ receivableId: one.id, decision: 'confirm', ...more });
      const confirmationId = items[0]?.confirmationId ?? '';
      await stage.app
        .get(CheckAnswers)
        .execute(commandOf(checker), [{ confirmationId, decision: 'approve' }]);
    }
    const grade = async ({ id }: TaskShown) =>
      (await stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, id)).grade?.grade;
    expect([await grade(plain), await grade(documented)]).toEqual(['E', 'C']);
  });

  it('is refused when it states anything else than the server would', async () => {
    const key = await approved(maker, checker);
    const [one, other] = [await task(), await task()];
    for (const [change, field] of [
      [{ confirmed: { amount: '1.00', currency: 'EUR' } }, 'confirmed'],
      [{ receivableId: other.id }, 'receivableId'],
      [{ receivableVersion: 7 }, 'receivableVersion'],
      [{ supplierName: 'Somebody' }, 'supplierName'],
      [{ documentSha256: '0'.repeat(64) }, 'documentSha256'],
      [{ more: 'than asked' }, 'more'],
      [{ keyId: newId(1) }, 'keyId'],
    ] as const)
      await expect(propose(answerTo(one, key, change))).rejects.toMatchObject({
        ...refusal('statement_differs'),
        details: { field },
      });
    const spaced = answerTo(one, key);
    const statement = ` ${spaced.signed?.statement ?? ''}`;
    const rewritten = { ...spaced, signed: { keyId: key.id, statement, signature: signed(statement, key) } };
    await expect(propose(rewritten)).rejects.toMatchObject(refusal('statement_differs'));
    for (const statement of ['', 'null', '[]', '"x"', '{'])
      await expect(
        propose({ ...spaced, signed: { keyId: key.id, statement, signature: signed(statement, key) } }),
      ).rejects.toMatchObject(refusal('statement_differs'));
  });

  it('is refused on another receivable, and twice: a signature serves once', async () => {
    const key = await approved(maker, checker);
    const [one, other] = [await task(), await task()];
    const answer = answerTo(one, key);
    await expect(propose({ ...answer, receivableId: other.id })).rejects.toMatchObject(
      refusal('statement_differs'),
    );
    const { items } = await propose(answer);
    const confirmationId = items[0]?.confirmationId ?? '';
    await stage.app.get(CheckAnswers).execute(commandOf(checker), [{ confirmationId, decision: 'decline' }]);
    await expect(propose(answer)).rejects.toMatchObject(refusal('signature_used'));
  });

  it('is refused with a date that is not now, and with a signature that does not fit', async () => {
    const key = await approved(maker, checker);
    const one = await task();
    const long = new Date(stage.clock.now().getTime() - 11 * 60_000);
    await expect(propose(answerTo(one, key, {}, long))).rejects.toMatchObject(refusal('statement_dated'));
    const answer = answerTo(one, key);
    const forged = signed(answer.signed?.statement ?? '', newPair());
    const signedBy = { ...answer, signed: { ...answer.signed, signature: forged } } as Answer;
    await expect(propose(signedBy)).rejects.toMatchObject(refusal('signature_invalid'));
  });

  it('is refused with a key that is not approved, not one’s own, revoked or too old', async () => {
    const one = await task();
    const pair = newPair();
    const { id } = await register(maker, pair);
    const unusable = refusal('key_unusable');
    await expect(propose(answerTo(one, { ...pair, id }))).rejects.toMatchObject(unusable);
    const colleagues = await approved(checker, { ...checker, userId: newId(1) });
    await expect(propose(answerTo(one, colleagues))).rejects.toMatchObject(unusable);
    await expect(propose(answerTo(one, { ...pair, id: newId(1) }))).rejects.toMatchObject(unusable);
    const key = await approved(maker, checker);
    await stage.app.get(ChangeKey).revoke(commandOf(maker), key.id, 'laptop lost');
    await expect(propose(answerTo(one, key))).rejects.toMatchObject(unusable);
    const old = await approved(maker, checker);
    await query(
      stage.db.reads,
      `update receivables.signing_key set decided_at = '2024-01-01', valid_until = '2026-01-01' where id = $1`,
      [old.id],
    );
    await expect(propose(answerTo(one, old))).rejects.toMatchObject(unusable);
  });

  it('needs a key that its holder proved, that is new, and that a colleague decided on once', async () => {
    const pair = newPair();
    const registering = stage.app.get(RegisterKey);
    const proof = signed('anything', pair);
    const attempt = { label: 'x', publicKey: pair.publicKey, proof };
    await expect(registering.execute(commandOf(maker), attempt)).rejects.toMatchObject(
      refusal('key_unproved'),
    );
    await expect(
      registering.execute(commandOf(maker), { ...attempt, publicKey: 'AAAA' }),
    ).rejects.toMatchObject(refusal('key_malformed'));
    const { id } = await register(maker, pair);
    await expect(register(maker, pair)).rejects.toMatchObject(refusal('key_known'));
    const changing = stage.app.get(ChangeKey);
    await expect(changing.decide(commandOf(maker), id, 'approve')).rejects.toMatchObject(
      refusal('key_own_approval'),
    );
    await expect(changing.decide(commandOf(stage.supplier), id, 'approve')).rejects.toMatchObject(
      refusal('key_not_found'),
    );
    await changing.decide(commandOf(checker), id, 'decline');
    await expect(changing.decide(commandOf(checker), id, 'approve')).rejects.toMatchObject(
      refusal('key_decided'),
    );
    await expect(changing.revoke(commandOf(checker), id, 'late')).rejects.toMatchObject(
      refusal('key_decided'),
    );
    await expect(
      query(stage.db.reads, 'update receivables.signing_key set decided_by = holder_id where id = $1', [id]),
    ).rejects.toThrow(/signing_key_second_person/);
  });

  it('shows keys to their organisation only, with what each may do', async () => {
    const list = async (actor: Actor) => (await stage.app.get(KeyQueries).page(actor, { limit: 200 })).items;
    const { id } = await register(maker, newPair(), 'new laptop');
    const find = async (actor: Actor) => (await list(actor)).find((key) => key.id === id);
    expect(await find(maker)).toMatchObject({ isOwn: true, actions: ['revoke'], state: 'proposed' });
    expect(await find(checker)).toMatchObject({ isOwn: false, actions: ['approve', 'decline', 'revoke'] });
    expect(await list(stage.supplier)).toEqual([]);
    expect(await list({ ...maker, scope: NO_ONE })).toEqual([]);
  });

  it('leaves a deed for every key and remembers when the task reached whom', async () => {
    const key = await approved(maker, checker);
    const deeds = await query(
      stage.db.reads,
      'select action from audit.deed where subject_id = $1 order by subject_version',
      [key.id],
    );
    expect(deeds).toEqual([
      { action: 'receivables.signing_key_registered' },
      { action: 'receivables.signing_key_approved' },
    ]);
    const one = await task();
    const seen = await query(
      stage.db.reads,
      'select event, user_id as "userId" from receivables.task_sighting where receivable_id = $1',
      [one.id],
    );
    expect(seen).toEqual([{ event: 'shown', userId: maker.userId }]);
  });
});
