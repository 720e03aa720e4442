// The story as far as title: a supplier's invoices become receivables, its debtor confirms them, two financiers bid,
// and taking one offer passes title, with the registration, the notice, the limit and the ledger to show for it.
import { Ledger } from '#ledger';
import { Db, query } from '#platform';
import { verifyBooks } from '../../apps/application';
import { castOrganisation } from '../../apps/demonstration/cast';
import {
  ask,
  confirm,
  type Outcome,
  receivable,
  type Request,
  setLimit,
  setTerms,
  upload,
} from '../../apps/demonstration/steps';
import { billFile, csvFile, csvRow, sample } from './bills';
import { centsOf, type HandTerms, priceByHand } from './price-by-hand';
import type * as shown from './shown';
import { DAY, startWorld, type World } from './world';

const UBL = 'MY-2026-0917';
const EFAPIAO = '26322000000912345601';
/** 2026-12-27, ninety days after issue, is a Sunday; 2027-01-15 is a Friday. */
const SETTLES = [
  { cents: centsOf('1090450.00'), settlesOn: '2027-01-15' },
  { cents: centsOf('492228.00'), settlesOn: '2026-12-28' },
];
const BANK_TERMS = { advanceRate: '0.9', rateAnnual: '0.0385', recourse: 'with' } as const;
const FACTOR_TERMS = { advanceRate: '0.97', rateAnnual: '0.062', recourse: 'without' } as const;
const BY_HAND: Record<'jiangnan' | 'huitong', HandTerms> = {
  jiangnan: {
    ...{ advanceRate: 900_000n, rateAnnual: 38_500n, yearDays: 360n },
    ...{ feesCents: centsOf('1250.50'), surplusToSupplier: true },
  },
  huitong: {
    ...{ advanceRate: 970_000n, rateAnnual: 62_000n, yearDays: 365n },
    ...{ feesCents: 0n, surplusToSupplier: false },
  },
};

describe('a supplier is paid for a title', () => {
  let world: World;
  const byNumber = new Map<string, string>();
  const idOf = (number: string): string => byNumber.get(number) ?? '';
  let request: Request;
  let deal: shown.Deal;
  const certificates: shown.Certificate[] = [];
  const cny = (amount: string) => ({ amount, currency: 'CNY' });
  const summary = (outcomes: readonly Outcome[]) =>
    outcomes.map(({ invoiceNumber, outcome, payable }) => [invoiceNumber, outcome, payable?.amount]);
  const deedsOn = async (subjectId: string): Promise<string[]> => {
    const registrar = await world.client('registrar');
    const { items } = await registrar.get<shown.Page<shown.Deed>>(`/deeds?limit=200&subjectId=${subjectId}`);
    return [...items].sort((a, b) => a.subjectVersion - b.subjectVersion).map(({ action }) => action);
  };

  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.close());

  it('takes invoices as UBL, CII, e-fapiao and CSV, each for its seller', async () => {
    const supplier = await world.client('mingyuan');
    const outcomes = await upload(supplier, [
      sample('ubl-mingyuan-huadong-01.xml'),
      sample('ubl-mingyuan-huadong-02.xml'),
      sample('cii-mingyuan-nanfang-01.xml'),
      sample('efapiao-mingyuan-huadong.xml'),
      sample('invoices.csv'),
    ]);
    expect(summary(outcomes)).toEqual([
      ['MY-2026-0901', 'accepted', '578560.00'],
      [UBL, 'accepted', '1090450.00'],
      ['MY-2026-1012', 'accepted', '881400.00'],
      [EFAPIAO, 'accepted', '492228.00'],
      ['MY-2026-1105', 'accepted', '1000000.00'],
      ['26322000001098765403', 'accepted', '410000.00'],
      ['HC-2026-1118', 'refused', '1700000.00'],
    ]);
    expect(outcomes[6]?.reasons.map(({ rule }) => rule)).toEqual(['receivables.seller_is_not_uploader']);
    for (const { invoiceNumber, receivableId } of outcomes)
      if (invoiceNumber && receivableId) byNumber.set(invoiceNumber, receivableId);
    expect(await receivable(supplier, idOf(UBL))).toMatchObject({ state: 'listed', dueDate: '2027-01-15' });
    expect(await receivable(supplier, idOf(EFAPIAO))).toMatchObject({ state: 'draft', dueDate: null });
    const { items } =
      await supplier.get<shown.Page<{ id: string; accepted: number; refused: number }>>('/uploads');
    expect(items).toMatchObject([{ files: 5, accepted: 6, refused: 1, duplicates: 0 }]);
    expect(await deedsOn(items[0]?.id ?? '')).toEqual(['receivables.upload_received']);
    expect(await deedsOn(idOf(UBL))).toEqual(['receivables.receivable_registered']);
  });

  it('knows an invoice again in any other format, and twice in one upload', async () => {
    const supplier = await world.client('mingyuan');
    const outcomes = await upload(supplier, [
      csvFile('again.csv', [csvRow({ number: UBL, issued: '2026-09-17', due: '2027-01-15' }, '1090450.00')]),
      billFile({ number: EFAPIAO, net: '435600.00', issued: '2026-09-28' }),
      csvFile('in-other-words.csv', [csvRow({ number: ' my-2026-1012', buyer: 'nanfang' }, '881400.00')]),
      billFile({ number: 'MY-TWICE' }),
      billFile({ number: 'MY-TWICE' }),
    ]);
    expect(outcomes.map(({ outcome, receivableId }) => [outcome, receivableId])).toEqual([
      ['duplicate', idOf(UBL)],
      ['duplicate', idOf(EFAPIAO)],
      ['duplicate', idOf('MY-2026-1012')],
      ['accepted', outcomes[3]?.receivableId],
      ['duplicate', outcomes[3]?.receivableId],
    ]);
    for (const { reasons } of outcomes.filter(({ outcome }) => outcome === 'duplicate'))
      expect(reasons.map(({ rule }) => rule)).toContain('receivables.invoice_duplicate');
  });

  it('asks for the due date that an e-fapiao does not state', async () => {
    const supplier = await world.client('mingyuan');
    const completed = await setTerms(supplier, idOf(EFAPIAO), 90);
    expect(completed).toMatchObject({ state: 'listed', dueDate: '2026-12-27' });
    expect(await deedsOn(idOf(EFAPIAO))).toEqual([
      'receivables.receivable_registered',
      'receivables.terms_completed',
    ]);
  });

  it('lets the debtor confirm with two people, and nothing counts after the first', async () => {
    const [maker, checker] = [await world.client('huadong.maker'), await world.client('huadong.checker')];
    const queue = await maker.get<shown.Page<shown.Task>>('/confirmations?task=open');
    expect(queue.items.map(({ id }) => id)).toContain(idOf(UBL));
    expect(queue.items.find(({ id }) => id === idOf(UBL))).toMatchObject({ answerBy: '2026-12-23' });
    const proposal = { items: [{ receivableId: idOf(UBL), decision: 'confirm' }] };
    const { items } = await maker.post<shown.Page<{ confirmationId: string }>>('/confirmations', proposal);
    const supplier = await world.client('mingyuan');
    expect(await receivable(supplier, idOf(UBL))).toMatchObject({ state: 'listed', confirmed: null });
    const confirmationId = items[0]?.confirmationId ?? '';
    await checker.post('/confirmations/checks', { items: [{ confirmationId, decision: 'approve' }] });
    await confirm(maker, checker, [idOf(EFAPIAO)]);
    for (const number of [UBL, EFAPIAO]) {
      const view = await receivable(supplier, idOf(number));
      expect(view).toMatchObject({ state: 'confirmed', confirmed: view.payable, available: view.payable });
    }
    expect(await deedsOn(confirmationId)).toEqual([
      'receivables.answer_proposed',
      'receivables.answer_approved',
    ]);
    expect((await deedsOn(idOf(UBL))).at(-1)).toBe('receivables.receivable_answered');
  });

  it('lets each financier set its limit, and the supplier ask both', async () => {
    for (const officer of ['jiangnan.risk', 'huitong.risk'])
      await setLimit(await world.client(officer), world.idOf('huadong'), {
        amount: '2000000',
        currency: 'CNY',
      });
    const [limit] = (await (await world.client('huitong.risk')).get<shown.Page<shown.Limit>>('/limits'))
      .items;
    expect(limit).toMatchObject({ headroom: cny('2000000.00'), used: cny('0.00') });
    expect(await deedsOn(limit?.id ?? '')).toEqual(['risk.limit_set']);
    request = await ask(
      await world.client('mingyuan'),
      [idOf(UBL), idOf(EFAPIAO)],
      [world.idOf('jiangnan'), world.idOf('huitong')],
    );
    expect(request).toMatchObject({ state: 'open', total: cny('1582678.00'), firstDueDate: '2026-12-27' });
    const seen = await (await world.client('jiangnan')).get(`/financing-requests/${request.id}`);
    expect(seen).toMatchObject({ financiers: null, headroom: [{ headroom: cny('2000000.00') }] });
  });

  it('takes two offers and shows neither financier the other', async () => {
    const validUntil = world.later(5 * DAY);
    const fees = [{ name: '手续费', amount: cny('1250.50') }];
    const bank = await world.client('jiangnan');
    const made = await bank.post<shown.OfferShown>('/offers', {
      ...BANK_TERMS,
      ...{ requestId: request.id, fees, validUntil },
    });
    expect(made).toMatchObject({ state: 'live', actions: ['offer.withdraw'] });
    expect(await deedsOn(made.id)).toEqual(['factoring.offer_made']);
    const factor = await world.client('huitong');
    await factor.post('/offers', {
      ...FACTOR_TERMS,
      ...{ requestId: request.id, dayCount: 'ACT/365', validUntil },
    });
    expect((await factor.get<shown.Page<shown.OfferShown>>('/offers')).items).toHaveLength(1);
    expect((await bank.get<shown.Page<shown.OfferShown>>('/offers')).items).toMatchObject([{ id: made.id }]);
  });

  it('shows the true cost of each, as computed by hand', async () => {
    const supplier = await world.client('mingyuan');
    const { offers } = await supplier.get<shown.Comparison>(`/financing-requests/${request.id}/comparison`);
    expect(offers).toHaveLength(2);
    for (const who of ['jiangnan', 'huitong'] as const) {
      const { price } = offers.find(({ offer }) => offer.financierId === world.idOf(who)) ?? {};
      const { simpleRate, allInRate, ...amounts } = priceByHand(BY_HAND[who], SETTLES, '2026-11-23');
      const figures = Object.fromEntries(Object.entries(amounts).map(([name, value]) => [name, cny(value)]));
      expect(price).toMatchObject({ ...figures, simpleRate, allInRate });
    }
    const [first, second] = offers;
    expect([first?.rankByNetCash, second?.rankByNetCash]).toEqual([1, 2]);
    expect(first?.offer.financierId).toBe(world.idOf('huitong'));
    expect(Number(second?.price.allInRate)).toBeLessThan(Number(first?.price.allInRate));
    expect([first?.rankByRate, second?.rankByRate]).toEqual([2, 1]);
  });

  it('passes title when the supplier takes one', async () => {
    const supplier = await world.client('mingyuan');
    const path = `/financing-requests/${request.id}/comparison`;
    const { offers } = await supplier.get<{ offers: [shown.Priced, shown.Priced] }>(path);
    const [other, taken] = offers;
    deal = await supplier.post<shown.Deal>(`/offers/${taken.offer.id}/acceptance`, {});
    expect(deal).toMatchObject({
      ...{ requestId: request.id, state: 'accepted', total: cny('1582678.00') },
      ...{ advance: taken.price.advance, netCash: taken.price.netCash, allInRate: taken.price.allInRate },
      acceptedAt: world.clock.now().toISOString(),
    });
    expect(await supplier.get(`/financing-requests/${request.id}`)).toMatchObject({ state: 'closed' });
    const states = await supplier.get<shown.Page<shown.OfferShown>>(`/offers?requestId=${request.id}`);
    expect(Object.fromEntries(states.items.map(({ id, state }) => [id, state]))).toEqual({
      [taken.offer.id]: 'accepted',
      [other.offer.id]: 'rejected',
    });
    for (const number of [UBL, EFAPIAO]) {
      const view = await receivable(supplier, idOf(number));
      expect(view).toMatchObject({ claimed: view.payable, available: cny('0.00') });
    }
    expect(await deedsOn(deal.id)).toEqual(['factoring.deal_made']);
    expect(await deedsOn(request.id)).toEqual(['factoring.request_opened', 'factoring.request_closed']);
    expect(await deedsOn(taken.offer.id)).toEqual(['factoring.offer_made', 'factoring.offer_accepted']);
    expect(await deedsOn(other.offer.id)).toEqual(['factoring.offer_made', 'factoring.offer_rejected']);
  });

  it('has it registered with number and time', async () => {
    const supplier = await world.client('mingyuan');
    const filing = await supplier.get<shown.Registration>(`/registrations/${deal.filingId}`);
    expect(filing).toMatchObject({
      ...{ number: deal.filingNumber, state: 'live', category: 'factoring' },
      grantors: [{ legalName: castOrganisation('mingyuan').legalName, identifier: '91320500MAD7MY018L' }],
      securedParties: [{ legalName: castOrganisation('jiangnan').legalName }],
    });
    expect(filing.number).toMatch(/^\d{18}$/);
    expect(filing.filedAt).toMatch(/^2026-11-23T02:00:00\.\d{6}Z$/);
    const claims = filing.collateral.map(({ invoiceNumber, amount }) => [invoiceNumber, amount.amount]);
    expect(Object.fromEntries(claims)).toEqual({ [UBL]: '1090450.00', [EFAPIAO]: '492228.00' });
    expect(await deedsOn(deal.filingId)).toEqual(['registry.filing_made']);
  });

  it('has the notice reach the debtor with its time of arrival', async () => {
    const debtor = await world.client('huadong.maker');
    const { items } = await debtor.get<shown.Page<shown.Notice>>('/notices');
    expect(items).toMatchObject([
      {
        ...{ dealId: deal.id, state: 'arrived', total: deal.total },
        ...{ registrationNumber: deal.filingNumber, arrivedAt: world.clock.now().toISOString() },
      },
    ]);
    const [notice] = items;
    for (const text of [notice?.text.en, notice?.text.zh])
      for (const fact of [
        deal.filingNumber,
        UBL,
        EFAPIAO,
        '1582678.00',
        castOrganisation('jiangnan').legalName,
      ])
        expect(text).toContain(fact);
    expect(deal.notices).toMatchObject([{ id: notice?.id, state: 'arrived', arrivedAt: notice?.arrivedAt }]);
    expect(await deedsOn(notice?.id ?? '')).toEqual(['factoring.notice_issued', 'factoring.notice_arrived']);
  });

  it('draws the limit by the advance and leaves the other financier’s alone', async () => {
    const limitOf = async (officer: string) =>
      (await (await world.client(officer)).get<shown.Page<shown.Limit>>('/limits')).items[0];
    expect(await limitOf('jiangnan.risk')).toMatchObject({ used: deal.advance, headroom: cny('575589.80') });
    expect(await limitOf('huitong.risk')).toMatchObject({ used: cny('0.00') });
    const board = await (await world.client('jiangnan.risk')).get<shown.Page<object>>('/exposures');
    expect(board.items).toMatchObject([{ deals: [{ dealId: deal.id, amount: deal.advance }] }]);
  });

  it('holds the advance in the ledger, once on each side', async () => {
    const { reads } = world.app.app.get(Db, { strict: false });
    const accounts = await query<{ id: string; purpose: string; owner: string }>(
      reads,
      'select id, purpose, owner_id as owner from ledger.account where deal_id = $1 order by purpose',
      [deal.id],
    );
    expect(accounts.map(({ purpose, owner }) => [purpose, owner])).toEqual([
      ['advance_commitment', world.idOf('jiangnan')],
      ['advance_entitlement', world.idOf('mingyuan')],
    ]);
    const ledger = world.app.app.get(Ledger, { strict: false });
    const balances = await ledger.balances(
      reads,
      accounts.map(({ id }) => id),
    );
    expect([...balances.values()]).toMatchObject([{ balance: deal.advance }, { balance: deal.advance }]);
  });

  it.each([
    ['name', 'grantor_name_exact', { name: ' 苏州明远精密机械有限公司 ' }],
    ['identifier', 'grantor_identifier_exact', { identifier: '91320500mad7my018l' }],
    [
      'invoice',
      'invoice_and_debtor_exact',
      { invoiceNumber: 'my-2026-0917', debtorName: '华东重工集团股份有限公司' },
    ],
    ['number', 'number_exact', {}],
    ['asset', 'asset_key_exact', {}],
  ])('is found by %s', async (by, rule, terms) => {
    const supplier = await world.client('mingyuan');
    const filing = await supplier.get<shown.Registration>(`/registrations/${deal.filingId}`);
    const found: Record<string, object> = {
      number: { number: filing.number },
      asset: { assetKey: filing.collateral[0]?.assetKey },
    };
    const searcher = await world.client('lawyer');
    const certificate = await searcher.post<shown.Certificate>('/searches', { by, ...(found[by] ?? terms) });
    expect(certificate.hits).toMatchObject([{ class: 'exact', rule, filing: { number: filing.number } }]);
    expect(certificate.number).toMatch(/^\d{18}$/);
    expect(await deedsOn(certificate.id)).toEqual(['registry.search_made']);
    certificates.push(certificate);
  });

  it('is proved by certificates that never change', async () => {
    world.clock.advance(DAY);
    const searcher = await world.client('lawyer');
    await searcher.post('/registrations', {
      category: 'receivables_pledge',
      grantors: [
        {
          legalName: castOrganisation('mingyuan').legalName,
          identifierScheme: 'USCC',
          identifier: '91320500MAD7MY018L',
        },
      ],
      securedParties: [{ legalName: castOrganisation('lawyers').legalName }],
      collateral: [{ description: 'all receivables of 2027' }],
      termMonths: 12,
    });
    expect(certificates).toHaveLength(5);
    for (const certificate of certificates)
      expect(await searcher.get(`/searches/${certificate.id}`)).toEqual(certificate);
    const again = await searcher.post<shown.Certificate>('/searches', {
      by: 'identifier',
      identifier: '91320500MAD7MY018L',
    });
    expect(again.hits).toHaveLength(2);
  });

  it('leaves books that agree with themselves', async () => {
    expect(Object.values(await verifyBooks(world.app.app)).flat()).toEqual([]);
  });
});
