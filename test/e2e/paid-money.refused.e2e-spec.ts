// Nobody gets at the money alone, too early, twice or with somebody else's papers: every way that is turned down, and
// that nothing moved.
import { verifyBooks } from '../../apps/application';
import { ask, bid, setLimit } from '../../apps/demonstration/steps';
import { confirmedBill } from './bills';
import {
  accountOf,
  COLLEAGUE,
  imported,
  instructed,
  OPERATIONS,
  type Payout,
  proposedAccount,
  released,
  secondPerson,
  StatedAccount,
} from './money';
import { expectRefused, get, post } from './refusal';
import type { Deal } from './shown';
import { NOBODYS, TERMS } from './stock';
import { DAY, startWorld, type World } from './world';

const NUMBERS = ['MY-2026-7101', 'MY-2026-8202'] as const;

describe('money that is refused', () => {
  let world: World;
  let account: StatedAccount;
  let receivableId: string;
  let [dealId, otherDealId, paymentId] = ['', '', ''];
  let payout: Payout;
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const advance = () => post('/payouts', { dealId, kind: 'advance' });
  const verify = async (id: string) =>
    (await world.client('operator')).post(`/accounts/${id}/verification`, { decision: 'verified' });
  const accepted = async (number: string): Promise<{ receivable: string; deal: string }> => {
    const supplier = await world.client('mingyuan');
    const receivable = await confirmedBill(world, { number });
    const { id: request } = await ask(supplier, [receivable], [world.idOf('jiangnan')]);
    const terms = { ...TERMS, validUntil: world.later(5 * DAY) };
    const { id: offer } = await bid(await world.client('jiangnan'), request, terms);
    return { receivable, deal: (await supplier.post<Deal>(`/offers/${offer}/acceptance`, {})).id };
  };
  const sums = async () =>
    (await (await world.client('mingyuan')).get<{ sums: object }>(`/deals/${dealId}/statement`)).sums;

  beforeAll(async () => {
    world = await startWorld();
    account = new StatedAccount(world, '622200020001');
    await secondPerson(world);
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), cny('5000000'));
    const first = await accepted(NUMBERS[0]);
    [dealId, receivableId] = [first.deal, first.receivable];
    otherDealId = (await accepted(NUMBERS[1])).deal;
  });
  afterAll(async () => {
    expect(Object.values(await verifyBooks(world.app.app)).flat()).toEqual([]);
    await world.close();
  });

  it('without a title that counts, and without verified accounts on both sides', async () => {
    const operations = await world.as(OPERATIONS);
    await expectRefused(operations, advance(), 422, 'settlement.title_missing');
    const risk = await world.client('jiangnan.risk');
    for (const id of [dealId, otherDealId])
      await risk.post(`/deals/${id}/registration-waiver`, { reason: '登记在途' });
    await expectRefused(operations, advance(), 422, 'settlement.supplier_account_missing');
    const supplier = await proposedAccount(world, 'mingyuan', '622200010001');
    await expectRefused(operations, advance(), 422, 'settlement.supplier_account_missing');
    const verification = post(`/accounts/${supplier}/verification`, { decision: 'verified' });
    for (const login of ['mingyuan', 'jiangnan', OPERATIONS])
      await expectRefused(await world.as(login), verification, 403, 'platform.permission_missing');
    const foreign = post(
      `/organisations/${world.idOf('mingyuan')}/accounts`,
      accountOf('mingyuan', '622200099999'),
    );
    await expectRefused(await world.as('haichuan'), foreign, 404, 'parties.organisation_not_found');
    await verify(supplier);
    const own = await proposedAccount(world, 'jiangnan', '622200020001');
    await expectRefused(operations, advance(), 422, 'settlement.financier_account_missing');
    await verify(own);
  });

  it('to whoever may not pay out, and for deals that are not theirs', async () => {
    for (const login of ['mingyuan', 'huadong.maker', 'jiangnan', 'jiangnan.risk', 'operator'])
      await expectRefused(await world.as(login), advance(), 403, 'platform.permission_missing');
    const other = await world.as('huitong.ops');
    await expectRefused(other, advance(), 404, 'settlement.deal_not_found');
    const operations = await world.as(OPERATIONS);
    const nobodys = post('/payouts', { dealId: NOBODYS, kind: 'advance' });
    await expectRefused(operations, nobodys, 404, 'settlement.deal_not_found');
    const noKey = post('/payouts', { dealId, kind: 'advance' }, { key: null });
    await expectRefused(operations, noKey, 400, 'platform.key_missing');
    const surplus = post('/payouts', { dealId, kind: 'surplus' });
    await expectRefused(operations, surplus, 422, 'settlement.nothing_payable');
  });

  it('by its maker alone, twice, or in a file before it is released', async () => {
    payout = await instructed(world, dealId);
    const operations = await world.as(OPERATIONS);
    const check = post(`/payouts/${payout.id}/check`, { decision: 'release' });
    await expectRefused(operations, check, 422, 'settlement.maker_is_checker');
    await expectRefused(operations, advance(), 409, 'settlement.payout_exists');
    await expectRefused(operations, get(`/payouts/${payout.id}/pain001`), 409, 'settlement.payout_not_open');
    for (const login of ['jiangnan', 'jiangnan.risk', 'mingyuan'])
      await expectRefused(await world.as(login), check, 403, 'platform.permission_missing');
    await expectRefused(await world.as('huitong.ops'), check, 404, 'settlement.payout_not_found');
    const colleague = await world.as(COLLEAGUE);
    await colleague.client.post(`/payouts/${payout.id}/check`, { decision: 'release' });
    await expectRefused(colleague, check, 409, 'settlement.payout_not_open');
    expect(await sums()).toMatchObject({ netCashPaid: cny('0.00') });
  });

  it('on the word of a statement of another account, of another bank, or one that does not add up', async () => {
    const debit = { amount: `-${payout.amount.amount}`, endToEndId: payout.endToEndId };
    const stranger = new StatedAccount(world, '622200099999').statement(debit);
    const refusedAs = (rule: string) => ({
      statements: [{ status: 'refused', added: 0, reasons: [{ rule }] }],
      ...{ payoutIds: [], paymentIds: [] },
    });
    expect(await imported(world, stranger)).toMatchObject(refusedAs('settlement.account_unknown'));
    const own = new StatedAccount(world, '622200020001').statement(debit);
    const byAnother = await imported(world, own, 'huitong.ops');
    expect(byAnother).toMatchObject(refusedAs('settlement.account_unknown'));
    const content = new TextDecoder().decode(own.bytes);
    const changed = content.replace('9000000.00', '9000000.01');
    expect(changed).not.toBe(content);
    const bytes = new TextEncoder().encode(changed);
    expect(await imported(world, { ...own, bytes })).toMatchObject(refusedAs('settlement.balance_mismatch'));
    const noFile = post('/statements', {});
    await expectRefused(await world.as(OPERATIONS), noFile, 400, 'platform.upload_not_multipart');
    const hostile = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><Document>&b;</Document>';
    const doctype = { name: 'a.xml', bytes: new TextEncoder().encode(hostile) };
    expect(await imported(world, doctype)).toMatchObject(refusedAs('settlement.xml_doctype'));
    expect(await sums()).toMatchObject({ netCashPaid: cny('0.00') });
  });

  it('when the bank’s debit has another amount, which nobody can explain', async () => {
    const told = await account.tells({ amount: '-1.00', endToEndId: payout.endToEndId });
    expect(told).toMatchObject({ payoutIds: [], paymentIds: [], unexplained: 1 });
    expect(await sums()).toMatchObject({ netCashPaid: cny('0.00') });
    await account.tells({ amount: `-${payout.amount.amount}`, endToEndId: payout.endToEndId });
    expect(await sums()).toMatchObject({ netCashPaid: payout.amount });
    await expectRefused(await world.as(OPERATIONS), advance(), 409, 'settlement.payout_exists');
  });

  it('to allocate beyond the payment or the debt, or to a deal that is not funded, another’s, or in other money', async () => {
    const told = await account.tells({ amount: '200000.00', from: '某公司', text: '往来款' });
    paymentId = told.paymentIds[0] ?? '';
    const allocate = (item: object, restIsOverpaid = false) => {
      const items = [{ dealId, receivableId, amount: cny('1.00'), ...item }];
      return post(`/payments/${paymentId}/allocation`, { items, restIsOverpaid });
    };
    const operations = await world.as(OPERATIONS);
    for (const [item, code] of [
      [{ amount: cny('200000.01') }, 'payment_spent'],
      [{ amount: cny('113000.01') }, 'obligation_exceeded'],
      [{ amount: cny('0.00') }, 'obligation_exceeded'],
      [{ amount: cny('-1.00') }, 'obligation_exceeded'],
      [{ dealId: otherDealId }, 'obligation_not_found'],
      [{ receivableId: NOBODYS }, 'obligation_not_found'],
      [{ amount: { amount: '1.00', currency: 'USD' } }, 'currency_mismatch'],
    ] as const)
      await expectRefused(operations, allocate(item), 422, `settlement.${code}`);
    const nothing = post(`/payments/${paymentId}/allocation`, { items: [] });
    await expectRefused(operations, nothing, 400, 'settlement.allocation_empty');
    await expectRefused(await world.as('huitong.ops'), allocate({}), 404, 'settlement.payment_not_found');
    for (const login of ['mingyuan', 'jiangnan', 'huadong.maker'])
      await expectRefused(await world.as(login), allocate({}), 403, 'platform.permission_missing');
    expect(await sums()).toMatchObject({ collected: cny('0.00') });
  });

  it('when an account was changed between instruction and release', async () => {
    const second = await instructed(world, otherDealId);
    await verify(await proposedAccount(world, 'mingyuan', '622200010002'));
    const colleague = await world.as(COLLEAGUE);
    const check = post(`/payouts/${second.id}/check`, { decision: 'release' });
    await expectRefused(colleague, check, 409, 'settlement.payout_account_changed');
    await colleague.client.post(`/payouts/${second.id}/check`, { decision: 'decline' });
    expect((await released(world, otherDealId)).state).toBe('released');
  });

  it('to whoever would read what is not theirs', async () => {
    for (const [login, path, code] of [
      ['haichuan', `/deals/${dealId}/statement`, 'settlement.deal_not_found'],
      ['huitong.ops', `/deals/${dealId}/statement`, 'settlement.deal_not_found'],
      ['huitong.ops', `/payouts/${payout.id}`, 'settlement.payout_not_found'],
      ['huitong.ops', `/payouts/${payout.id}/pain001`, 'settlement.payout_not_found'],
      ['huitong.ops', `/payments/${paymentId}`, 'settlement.payment_not_found'],
    ] as const)
      await expectRefused(await world.as(login), get(path), 404, code);
  });
});
