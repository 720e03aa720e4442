// What somebody would try who wants a debt confirmed that is not owed: each is refused, and the debt stays unconfirmed.
import { generateKeyPairSync } from 'node:crypto';
import { billFile, uploaded } from './bills';
import { expectRefused, get, inTheBook, post } from './refusal';
import { approvedKey, registeredKey, signedAnswer, type SigningPair, type Task, taskFor } from './signing';
import { startWorld, type World } from './world';

const DEBTORS = { own: 'huadong', foreign: 'nanfang' } as const;

describe('an attack on a confirmation', () => {
  let world: World;
  let key: SigningPair;
  let next = 0;
  beforeAll(async () => {
    world = await startWorld();
    key = await approvedKey(world, 'huadong.maker', 'huadong.checker');
  }, 60_000);
  afterAll(() => world.close());

  const task = async (): Promise<Task> => {
    const number = `MY-ATTACK-${(++next).toString()}`;
    const [id = ''] = await uploaded(world, 'mingyuan', [
      billFile({ number, net: `${1000 + next * 37}.00` }),
    ]);
    return taskFor(world, 'huadong.maker', id);
  };
  const answering = (item: object) => post('/confirmations', { items: [item] });
  const state = async ({ id }: Task) =>
    (await (await world.client('mingyuan')).get<{ state: string }>(`/receivables/${id}`)).state;
  const refused = async (login: string, item: object, status: number, code: string) =>
    expectRefused(await world.as(login), answering(item), status, code);

  it('does not let the supplier see or answer its debtor’s task, by hand, by file or with a key', async () => {
    const one = await task();
    const supplier = await world.as('mingyuan');
    const forbidden = 'platform.permission_missing';
    await expectRefused(supplier, get('/confirmations'), 403, forbidden);
    await expectRefused(supplier, answering({ receivableId: one.id, decision: 'confirm' }), 403, forbidden);
    await expectRefused(supplier, get('/answer-files/queue.csv'), 403, forbidden);
    await expectRefused(
      supplier,
      post('/signing-keys', { label: 'x', publicKey: 'x', proof: 'x' }),
      403,
      forbidden,
    );
    expect(await state(one)).toBe('listed');
  });

  it('does not let another debtor answer it', async () => {
    const one = await task();
    const missing = 'receivables.receivable_not_found';
    await refused(`${DEBTORS.foreign}.maker`, { receivableId: one.id, decision: 'confirm' }, 404, missing);
    expect(await state(one)).toBe('listed');
  });

  it('does not take the maker as checker, also where the maker hands in the check of a whole file', async () => {
    const one = await task();
    const maker = await world.client('huadong.maker');
    const { items } = await maker.post<{ items: { confirmationId: string }[] }>('/confirmations', {
      items: [{ receivableId: one.id, decision: 'confirm' }],
    });
    const checks = { items: [{ confirmationId: items[0]?.confirmationId, decision: 'approve' }] };
    await expectRefused(
      await world.as('huadong.maker'),
      post('/confirmations/checks', checks),
      403,
      'platform.permission_missing',
    );
    expect(await state(one)).toBe('listed');
  });

  it('does not take a signature by a key that is revoked, awaits approval, or is a stranger’s', async () => {
    const one = await task();
    const now = world.clock.now();
    const unusable = [422, 'receivables.key_unusable'] as const;
    const waiting = await registeredKey(world, 'huadong.maker');
    await refused('huadong.maker', signedAnswer(one, waiting, now), ...unusable);
    const strangers = await approvedKey(world, 'nanfang.maker', 'nanfang.checker');
    await refused('huadong.maker', signedAnswer(one, strangers, now), ...unusable);
    const lost = await approvedKey(world, 'huadong.maker', 'huadong.checker');
    const maker = await world.client('huadong.maker');
    await maker.post(`/signing-keys/${lost.id}/revocation`, { reason: 'laptop lost' });
    await refused('huadong.maker', signedAnswer(one, lost, now), ...unusable);
    const other = generateKeyPairSync('ed25519');
    const forged = { ...key, privateKey: other.privateKey };
    await refused('huadong.maker', signedAnswer(one, forged, now), 422, 'receivables.signature_invalid');
    expect(await state(one)).toBe('listed');
  });

  it('does not take a statement that says anything else than what is answered', async () => {
    const one = await task();
    const now = world.clock.now();
    for (const forged of [
      { confirmed: { amount: '0.01', currency: 'CNY' } },
      { decision: 'reject' },
      { debtorName: '别人' },
      { dueDate: '2030-01-01' },
      { invoiceKey: 'another' },
    ])
      await refused(
        'huadong.maker',
        signedAnswer(one, key, now, {}, forged),
        422,
        'receivables.statement_differs',
      );
    expect(await state(one)).toBe('listed');
  });

  it('does not take a signature again, neither on another receivable nor on the same', async () => {
    const [one, other] = [await task(), await task()];
    const answer = signedAnswer(one, key, world.clock.now());
    await refused(
      'huadong.maker',
      { ...answer, receivableId: other.id },
      422,
      'receivables.statement_differs',
    );
    const maker = await world.client('huadong.maker');
    const { items } = await maker.post<{ items: { confirmationId: string }[] }>('/confirmations', {
      items: [answer],
    });
    const checks = { items: [{ confirmationId: items[0]?.confirmationId, decision: 'decline' }] };
    await (await world.client('huadong.checker')).post('/confirmations/checks', checks);
    await refused('huadong.maker', answer, 422, 'receivables.signature_used');
    expect([await state(one), await state(other)]).toEqual(['listed', 'listed']);
  });

  it('does not let whoever caused a dispute close it, nor a stranger see it', async () => {
    const one = await task();
    const maker = await world.client('huadong.maker');
    const { items } = await maker.post<{ items: { confirmationId: string }[] }>('/confirmations', {
      items: [
        {
          ...{ receivableId: one.id, decision: 'dispute', reason: 'price' },
          confirmedAmount: { amount: '1.00', currency: 'CNY' },
        },
      ],
    });
    const checks = { items: [{ confirmationId: items[0]?.confirmationId, decision: 'approve' }] };
    await (await world.client('huadong.checker')).post('/confirmations/checks', checks);
    const supplier = await world.as('mingyuan');
    const { items: found } = await supplier.client.get<{ items: { id: string }[] }>(
      `/disputes?receivableId=${one.id}`,
    );
    const id = found[0]?.id ?? '';
    const closing = post(`/disputes/${id}/closing`, { reason: 'explained' });
    await expectRefused(supplier, closing, 422, 'receivables.dispute_own_closing');
    const stranger = await world.as('haichuan');
    await expectRefused(stranger, get(`/disputes/${id}`), 404, 'receivables.dispute_not_found');
    await expectRefused(stranger, closing, 404, 'receivables.dispute_not_found');
  });

  it('does not approve one’s own key', async () => {
    const own = await registeredKey(world, 'huadong.checker');
    await expectRefused(
      await world.as('huadong.checker'),
      post(`/signing-keys/${own.id}/decision`, { decision: 'approve' }),
      422,
      'receivables.key_own_approval',
    );
  });

  it('is written down each time, although nothing else of it is', async () => {
    const codes = [
      'platform.permission_missing',
      'receivables.dispute_own_closing',
      'receivables.key_own_approval',
      'receivables.key_unusable',
      'receivables.signature_used',
      'receivables.statement_differs',
    ];
    expect(await inTheBook(world, codes)).toEqual(codes);
  });
});
