// What a supplier, its debtor and its financiers may not do on the way to title, though they are who they say.
import { ask, bid, confirm, type Offer, receivable, setLimit, upload } from '../../apps/demonstration/steps';
import { billFile, confirmedBill, csvFile, csvRow, sample, silentReasons, uploaded } from './bills';
import { expectRefused, post } from './refusal';
import type { Comparison, Deal, Page } from './shown';
import { TERMS } from './stock';
import { DAY, HOUR, MINUTE, startWorld, type World } from './world';

describe('on the way to title', () => {
  let world: World;
  const CNY = (amount: string) => ({ amount, currency: 'CNY' });
  const both = () => [world.idOf('jiangnan'), world.idOf('huitong')];

  beforeAll(async () => {
    world = await startWorld();
    await setLimit(await world.client('jiangnan.risk'), world.idOf('huadong'), CNY('5000000'));
    await setLimit(await world.client('huitong.risk'), world.idOf('huadong'), CNY('100000'));
  });
  afterAll(() => world.close());

  /** The rules that a request for these receivables breaks, in order. */
  async function refusedItems(receivables: readonly object[]): Promise<string[]> {
    const call = post('/financing-requests', { receivables, financierIds: both() });
    const supplier = await world.as('mingyuan');
    const { errors } = await expectRefused(supplier, call, 422, 'factoring.items_refused');
    return errors.map(({ pointer, rule }) => `${pointer} ${rule}`);
  }
  async function live(number: string): Promise<{ receivableId: string; requestId: string; offer: Offer }> {
    const receivableId = await confirmedBill(world, { number });
    const { id: requestId } = await ask(await world.client('mingyuan'), [receivableId], both());
    const offer = await bid(await world.client('jiangnan'), requestId, {
      ...TERMS,
      validUntil: world.later(DAY),
    });
    return { receivableId, requestId, offer };
  }
  const accept = (offerId: string, key?: string | null) =>
    post(`/offers/${offerId}/acceptance`, {}, key === undefined ? {} : { key });

  describe('an invoice does not become a receivable', () => {
    const said = async (who: string, ...files: Parameters<typeof upload>[1]) =>
      (await upload(await world.client(who), files)).map(({ outcome, reasons, receivableId }) => {
        expect(silentReasons(reasons)).toEqual([]);
        return { outcome, receivableId, rules: reasons.map(({ rule }) => rule) };
      });
    const refusedFor = (rule: string) => [{ outcome: 'refused', receivableId: null, rules: [rule] }];

    it('of another seller', async () =>
      expect(await said('haichuan', billFile({ number: 'MY-1' }))).toEqual(
        refusedFor('receivables.seller_is_not_uploader'),
      ));

    it('whose buyer nobody knows', async () => {
      const row = csvRow({ number: 'MY-2', buyer: 'nanfang' }, '100.00').replace('91440000MAB2NF048Y', '');
      expect(await said('mingyuan', csvFile('unknown.csv', [row]))).toEqual(
        refusedFor('receivables.buyer_unknown'),
      );
    });

    it('to its own seller', async () =>
      expect(await said('mingyuan', billFile({ number: 'MY-3', buyer: 'mingyuan' }))).toEqual(
        refusedFor('receivables.buyer_is_seller'),
      ));

    it('when it is a credit note', async () => {
      const [outcome] = await upload(await world.client('haichuan'), [
        sample('ubl-haichuan-credit-note.xml'),
      ]);
      expect(outcome).toMatchObject({ outcome: 'flagged', receivableId: null, flags: ['credit_note'] });
    });

    it('and a stranger does not learn whether it is registered', async () => {
      await uploaded(world, 'mingyuan', [billFile({ number: 'MY-SECRET' })]);
      const [registered, unknown] = await said(
        'haichuan',
        billFile({ number: 'MY-SECRET' }),
        billFile({ number: 'MY-NEVER-SEEN' }),
      );
      expect(registered).toEqual(unknown);
    });
  });

  describe('a receivable is not offered', () => {
    it('before the debtor confirmed it, without a due date, or near it', async () => {
      const [listed = '', draft = ''] = await uploaded(world, 'mingyuan', [
        billFile({ number: 'MY-LISTED' }),
        billFile({ number: 'MY-DRAFT', due: null }),
      ]);
      const near = await confirmedBill(world, { number: 'MY-NEAR', due: '2026-11-28' });
      const past = await confirmedBill(world, { number: 'MY-PAST', due: '2026-11-20' });
      const sound = await confirmedBill(world, { number: 'MY-SOUND' });
      expect(
        await refusedItems([listed, draft, near, past, sound].map((receivableId) => ({ receivableId }))),
      ).toEqual([
        '/receivables/0 factoring.receivable_not_confirmed',
        '/receivables/1 factoring.receivable_not_confirmed',
        '/receivables/2 factoring.tenor_too_short',
        '/receivables/3 factoring.tenor_too_short',
      ]);
    });

    it('above what the debtor confirmed', async () => {
      const [receivableId = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-PART' })]);
      const maker = await world.client('huadong.maker');
      const answer = { receivableId, decision: 'dispute', confirmedAmount: CNY('60000'), reason: 'quality' };
      const { items } = await maker.post<Page<{ confirmationId: string }>>('/confirmations', {
        items: [answer],
      });
      const check = { confirmationId: items[0]?.confirmationId, decision: 'approve' };
      await (await world.client('huadong.checker')).post('/confirmations/checks', { items: [check] });
      const supplier = await world.client('mingyuan');
      const shown = await receivable(supplier, receivableId);
      expect(shown).toMatchObject({ state: 'part_disputed', available: CNY('60000.00') });
      for (const amount of ['60000.01', '113000'])
        expect(await refusedItems([{ receivableId, amount: CNY(amount) }])).toEqual([
          '/receivables/0 factoring.amount_not_free',
        ]);
      // Two requests may name what is free; the second acceptance finds it gone.
      const part = { receivables: [{ receivableId, amount: CNY('40000') }], financierIds: both() };
      const bank = await world.client('jiangnan');
      const offers: string[] = [];
      for (let round = 0; round < 2; round += 1) {
        const { id } = await supplier.post<{ id: string }>('/financing-requests', part);
        offers.push((await bid(bank, id, { ...TERMS, validUntil: world.later(DAY) })).id);
      }
      await supplier.post(`/offers/${offers[0] ?? ''}/acceptance`, {});
      const second = accept(offers[1] ?? '');
      await expectRefused(await world.as('mingyuan'), second, 422, 'factoring.amount_not_free');
      expect(await refusedItems([{ receivableId, amount: CNY('20000.01') }])).toEqual([
        '/receivables/0 factoring.amount_not_free',
      ]);
      await ask(supplier, [receivableId], both());
    });

    it('a second time once it is financed', async () => {
      const { receivableId, offer } = await live('MY-ONCE');
      const supplier = await world.client('mingyuan');
      const rival = await ask(supplier, [receivableId], both());
      const late = await bid(await world.client('jiangnan'), rival.id, {
        ...TERMS,
        validUntil: world.later(DAY),
      });
      await supplier.post(`/offers/${offer.id}/acceptance`, {});
      expect(await refusedItems([{ receivableId }])).toEqual(['/receivables/0 factoring.amount_not_free']);
      expect(await refusedItems([{ receivableId, amount: CNY('0.01') }])).toEqual([
        '/receivables/0 factoring.amount_not_free',
      ]);
      await expectRefused(await world.as('mingyuan'), accept(late.id), 409, 'registry.asset_claimed');
    });

    it('with another currency, twice, for nothing, or in parts of a cent', async () => {
      const yuan = await confirmedBill(world, { number: 'MY-CNY' });
      const dollar = await confirmedBill(world, { number: 'MY-USD', currency: 'USD' });
      expect(await refusedItems([{ receivableId: yuan }, { receivableId: dollar }])).toEqual([
        '/receivables/1 factoring.currency_mixed',
      ]);
      for (const amount of ['0', '-5'])
        expect(await refusedItems([{ receivableId: yuan, amount: CNY(amount) }])).toEqual([
          '/receivables/0 factoring.amount_not_positive',
        ]);
      expect(await refusedItems([{ receivableId: yuan }, { receivableId: yuan }])).toEqual([
        '/receivables/1 factoring.receivable_twice',
      ]);
      const crumbs = { receivables: [{ receivableId: yuan, amount: CNY('1.005') }], financierIds: both() };
      const call = post('/financing-requests', crumbs);
      await expectRefused(await world.as('mingyuan'), call, 400, 'kernel.amount_too_precise');
    });

    it('to nobody, to someone who lends nothing, or until a time that cannot be', async () => {
      const receivableId = await confirmedBill(world, { number: 'MY-WHOM' });
      const supplier = await world.as('mingyuan');
      const asked = (change: object) =>
        post('/financing-requests', { receivables: [{ receivableId }], financierIds: both(), ...change });
      await expectRefused(supplier, asked({ financierIds: [] }), 400, 'platform.input_invalid');
      for (const who of ['nanfang', 'mingyuan', 'lawyers'])
        await expectRefused(
          supplier,
          asked({ financierIds: [world.idOf(who)] }),
          422,
          'factoring.financier_unknown',
        );
      const past = asked({ closesAt: world.later(-MINUTE) });
      await expectRefused(supplier, past, 422, 'factoring.closing_in_past');
      const long = asked({ closesAt: '2027-02-01T00:00:00Z' });
      await expectRefused(supplier, long, 422, 'factoring.closing_after_due');
    });
  });

  it('a debtor does not answer twice, or half', async () => {
    const [receivableId = ''] = await uploaded(world, 'mingyuan', [billFile({ number: 'MY-ANSWER' })]);
    const maker = await world.as('huadong.maker');
    const answer = (more: object) =>
      post('/confirmations', { items: [{ receivableId, decision: 'confirm', ...more }] });
    const dispute = { decision: 'dispute', reason: 'price' };
    await expectRefused(maker, answer(dispute), 422, 'receivables.amount_not_partial');
    const whole = answer({ ...dispute, confirmedAmount: CNY('113000') });
    await expectRefused(maker, whole, 422, 'receivables.amount_not_partial');
    await expectRefused(maker, answer({ decision: 'reject' }), 422, 'receivables.reason_missing');
    await expectRefused(maker, answer({ reason: 'price' }), 422, 'receivables.reason_unexpected');
    await confirm(maker.client, await world.client('huadong.checker'), [receivableId]);
    await expectRefused(maker, answer({}), 409, 'receivables.answer_not_open');
  });

  describe('an offer is not made', () => {
    it('on terms that cannot be', async () => {
      const { requestId } = await live('MY-TERMS');
      const bank = await world.as('huitong');
      const offer = (change: object) =>
        post('/offers', { ...TERMS, requestId, advanceRate: '0.5', validUntil: world.later(DAY), ...change });
      const fee = (amount: string, currency: string) => ({
        fees: [{ name: 'f', amount: { amount, currency } }],
      });
      for (const [change, code] of [
        [{ advanceRate: '0' }, 'advance_rate_out_of_range'],
        [{ advanceRate: '1.01' }, 'advance_rate_out_of_range'],
        [{ rateAnnual: '1.5' }, 'rate_out_of_range'],
        [fee('1', 'USD'), 'fee_invalid'],
        [fee('0', 'CNY'), 'fee_invalid'],
        [fee('56500', 'CNY'), 'no_net_cash'],
        [{ validUntil: world.later(0) }, 'validity_in_past'],
        [{ validUntil: '2027-02-01T00:00:00Z' }, 'validity_after_due'],
      ] as const)
        await expectRefused(bank, offer(change), 422, `factoring.${code}`);
    });

    it('beyond the limit, and the financier reads what is left of it', async () => {
      const { requestId } = await live('MY-LIMIT');
      const body = { ...TERMS, requestId, validUntil: world.later(DAY) };
      const { details } = await expectRefused(
        await world.as('huitong'),
        post('/offers', body),
        422,
        'factoring.limit_too_small',
      );
      expect(details).toMatchObject({ wanted: CNY('101700.00'), headroom: CNY('100000.00') });
    });

    it('twice, or after the supplier took the request back', async () => {
      const { requestId, offer } = await live('MY-BACK');
      const body = { ...TERMS, requestId, validUntil: world.later(DAY) };
      const bank = await world.as('jiangnan');
      await expectRefused(bank, post('/offers', body), 409, 'factoring.offer_already_live');
      const supplier = await world.as('mingyuan');
      await supplier.client.post(`/financing-requests/${requestId}/withdrawal`, {});
      await expectRefused(bank, post('/offers', body), 409, 'factoring.request_not_open');
      await expectRefused(supplier, accept(offer.id), 409, 'factoring.request_not_open');
      const again = post(`/financing-requests/${requestId}/withdrawal`);
      await expectRefused(supplier, again, 409, 'factoring.request_not_open');
    });
  });

  describe('an offer is not taken', () => {
    it('after it was withdrawn, and an accepted one is not withdrawn', async () => {
      const { offer } = await live('MY-WITHDRAWN');
      const [bank, supplier] = [await world.as('jiangnan'), await world.as('mingyuan')];
      await bank.client.post(`/offers/${offer.id}/withdrawal`, {});
      await expectRefused(supplier, accept(offer.id), 409, 'factoring.offer_not_live');
      const taken = await live('MY-TAKEN');
      await supplier.client.post(`/offers/${taken.offer.id}/acceptance`, {});
      const late = post(`/offers/${taken.offer.id}/withdrawal`);
      await expectRefused(bank, late, 409, 'factoring.offer_not_live');
    });

    it('twice: another key is refused, the same key tells of the same deal', async () => {
      const { offer, requestId } = await live('MY-TWICE');
      const supplier = await world.as('mingyuan');
      const rival = await bid(await world.client('huitong'), requestId, {
        ...{ ...TERMS, advanceRate: '0.5' },
        validUntil: world.later(DAY),
      });
      await expectRefused(supplier, accept(offer.id, null), 400, 'platform.key_missing');
      const first = await supplier.call(accept(offer.id, 'one-deed'));
      const again = await supplier.call(accept(offer.id, 'one-deed'));
      expect([first.status, again.status]).toEqual([201, 201]);
      expect(again.json() as Deal).toEqual(first.json() as Deal);
      await expectRefused(supplier, accept(offer.id), 409, 'factoring.request_not_open');
      await expectRefused(supplier, accept(rival.id, 'one-deed'), 422, 'platform.key_reused');
      await expectRefused(supplier, accept(rival.id), 409, 'factoring.request_not_open');
      const compared = await supplier.client.get<Comparison>(`/financing-requests/${requestId}/comparison`);
      expect(compared.offers).toHaveLength(2);
    });

    it('with a key that is none', async () => {
      const { offer } = await live('MY-KEY');
      const supplier = await world.as('mingyuan');
      for (const key of ['a b', 'x'.repeat(256)])
        await expectRefused(supplier, accept(offer.id, key), 400, 'platform.key_malformed');
      for (const path of ['/financing-requests', `/offers/${offer.id}/acceptance`])
        expect((await supplier.call(post(path, {}, { key: null }))).status).toBe(400);
    });

    it('after its time, or that of the request', async () => {
      const supplier = () => world.as('mingyuan');
      const receivableId = await confirmedBill(world, { number: 'MY-LATE' });
      const asking = {
        receivables: [{ receivableId }],
        financierIds: both(),
        closesAt: world.later(2 * HOUR),
      };
      const request = await (await supplier()).client.post<{ id: string }>('/financing-requests', asking);
      const short = await bid(await world.client('jiangnan'), request.id, {
        ...TERMS,
        validUntil: world.later(HOUR),
      });
      const longer = await bid(await world.client('huitong'), request.id, {
        ...{ ...TERMS, advanceRate: '0.5' },
        validUntil: world.later(DAY),
      });
      world.clock.advance(HOUR);
      // Whether the job that tidies up came by already is up to the minute.
      const late = await (await supplier()).call(accept(short.id));
      expect([late.status, (late.json() as { code: string }).code]).toEqual([
        409,
        expect.stringMatching(/^factoring\.offer_(expired|not_live)$/),
      ]);
      world.clock.advance(HOUR);
      await expectRefused(await supplier(), accept(longer.id), 409, 'factoring.request_expired');
      const bidding = post('/offers', { ...TERMS, requestId: request.id, validUntil: world.later(DAY) });
      await expectRefused(await world.as('jiangnan'), bidding, 409, 'factoring.request_expired');
    });
  });
});
