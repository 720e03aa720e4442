import { invariant, money } from '#kernel';
import { Events, EVERYONE, query } from '#platform';
import { Filings, RegistryVerify } from '#registry';
import { createTestDatabase, type TestDatabase } from '../../../../../test/support/database';
import { ConfirmationStore } from '../../data/confirmation.store';
import { assetKeyOf } from '../../domain/receivable';
import { commandOf, csv, filesOf, type InvoiceCells, type Stage, stageForTest } from '../../stage-for-test';
import { receivableDiluted, receivableReduced } from '../../receivables.events';
import { CheckAnswers } from '../check-answers';
import { ProposeAnswers } from '../propose-answers';
import { Receivables } from '../receivables';
import { ReceivableQueries } from '../receivables.queries';
import { ReceiveUpload } from '../uploads/receive-upload';

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

const amount = (value: string): InvoiceCells => ({ net_amount: value, gross_amount: value });
const eur = (value: string) => ({ amount: value, currency: 'EUR' });
const credit = (number: string, value: string, preceding?: string): InvoiceCells => ({
  ...{ number, type: '381', ...amount(value) },
  ...(preceding === undefined ? {} : { preceding_invoice: preceding }),
});
const taken = async (...rows: readonly InvoiceCells[]) => (await stage.upload(csv(...rows))).outcomes;
const shown = (id: string) => stage.app.get(ReceivableQueries).byId(stage.db.reads, stage.supplier, id);

async function invoice(
  number: string,
  value = '1000.00',
  options: { confirmed?: boolean } = {},
): Promise<string> {
  const [outcome] = await taken({ number, ...amount(value) });
  const id = outcome?.receivableId ?? '';
  if (options.confirmed === true) await confirm(id);
  return id;
}

async function confirm(id: string): Promise<void> {
  const answers = stage.app.get(ProposeAnswers);
  const { items } = await answers.execute(commandOf(stage.maker), [
    { receivableId: id, decision: 'confirm' },
  ]);
  const confirmationId = items[0]?.confirmationId ?? '';
  await stage.app
    .get(CheckAnswers)
    .execute(commandOf(stage.checker), [{ confirmationId, decision: 'approve' }]);
}

/** Takes so much of it exclusively, as a deal does. */
async function finance(id: string, value: string): Promise<void> {
  const [receivable] = await stage.app.get(Receivables).byIds(stage.db.reads, EVERYONE, [id]);
  invariant(receivable, 'it is there');
  const party = (organisationId: string, legalName: string) => ({
    ...{ organisationId, legalName, identifierScheme: 'VAT', identifier: legalName.slice(0, 3) },
  });
  const { userId, organisationId } = stage.supplier;
  const [verdict] = await stage.db.run((tx) =>
    stage.app.get(Filings, { strict: false }).file(tx, [
      {
        ...{ category: 'factoring', origin: 'deal', dealId: id, termMonths: 12, maximumAmount: null },
        grantors: [party(organisationId, 'Supplier GmbH')],
        securedParties: [party(stage.rival.organisationId, 'Factor GmbH')],
        collateral: [
          {
            ...{ assetKey: assetKeyOf(receivable), description: 'a receivable', invoiceNumber: null },
            ...{ debtorName: null, amount: money(value, 'EUR'), payable: receivable.payable },
          },
        ],
        filedBy: { userId, organisationId },
      },
    ]),
  );
  expect(verdict).toHaveProperty('filed');
}
describe('a correction that comes before its invoice', () => {
  const waiting = async () =>
    query<{ number: string }>(
      stage.db.reads,
      'select number from receivables.waiting_correction order by id',
    ).then((rows) => rows.map(({ number }) => number));

  it.each([
    ['by its number', 'BEFORE-1', 'before-1', '250.00', '750.00'],
    ['by party and amount', 'BEFORE-2', undefined, '4321.99', '0.00'],
  ])('waits and takes effect %s, once', async (_, number, preceding, credited, left) => {
    const note = credit(`${number}-C`, credited, preceding);
    const [first] = await taken(note);
    expect(first).toMatchObject({ outcome: 'flagged', receivableId: null });
    expect(first?.reasons.map(({ rule }) => rule)).toContain('receivables.correction_waits');
    expect(await waiting()).toEqual([`${number}-C`]);
    const [again] = await taken(note);
    expect(again).toMatchObject({ outcome: 'duplicate' });
    expect(again?.reasons.map(({ rule }) => rule)).toContain('receivables.correction_known');

    const id = await invoice(number, preceding === undefined ? credited : '1000.00');
    expect(await shown(id)).toMatchObject({
      state: left === '0.00' ? 'void' : 'listed',
      payable: eur(left),
      corrections: [{ kind: 'credit_note', number: `${number}-C`, applied: eur(credited) }],
    });
    expect(await waiting()).toEqual([]);
    expect(await taken(note)).toMatchObject([{ outcome: 'duplicate' }]);
  });

  it('may be the invoice itself, as void', async () => {
    expect(await taken({ number: 'BEFORE-3', status: 'void' })).toMatchObject([{ outcome: 'flagged' }]);
    const id = await invoice('BEFORE-3');
    expect(await shown(id)).toMatchObject({ state: 'void', payable: eur('0.00') });
    expect(await waiting()).toEqual([]);
  });

  it('does not take what another invoice is', async () => {
    await taken(credit('BEFORE-4-C', '10.00', 'BEFORE-4'));
    const other = await invoice('BEFORE-5');
    expect(await shown(other)).toMatchObject({ payable: eur('1000.00'), corrections: [] });
    expect(await waiting()).toEqual(['BEFORE-4-C']);
    await invoice('BEFORE-4');
    expect(await waiting()).toEqual([]);
  });

  it('does not take effect in a plan', async () => {
    await taken(credit('BEFORE-6-C', '10.00', 'BEFORE-6'));
    const plan = stage.app.get(ReceiveUpload);
    await plan.execute(commandOf(stage.supplier), filesOf(csv({ number: 'BEFORE-6' })), 'plan');
    expect(await waiting()).toEqual(['BEFORE-6-C']);
    expect(await shown(await invoice('BEFORE-6'))).toMatchObject({ payable: eur('990.00') });
  });
});

describe('a row that is kept and never registered', () => {
  const bought = { number: 'KEPT-1', seller_id: 'DE333333333', status: 'void' };
  const rules = (one: { reasons: readonly { rule: string }[] } | undefined) =>
    one?.reasons.map(({ rule }) => rule) ?? [];

  it('is a duplicate when it comes again with the same content, and says what it is', async () => {
    const [first, second] = await taken(bought, bought);
    expect([first?.outcome, second?.outcome]).toEqual(['flagged', 'duplicate']);
    expect(second?.flags).toEqual(first?.flags);
    expect(rules(second)).toEqual([...rules(first), 'receivables.row_repeated']);
    expect(await taken(bought)).toMatchObject([{ outcome: 'duplicate', match: { class: 'exact' } }]);
  });

  it('is none with another content', async () => {
    expect(await taken({ ...bought, ...amount('77.00') })).toMatchObject([{ outcome: 'flagged' }]);
    expect(await taken({ ...bought, issue_date: '2026-01-16' })).toMatchObject([{ outcome: 'flagged' }]);
  });
});

describe('a credit note', () => {
  it('reduces the receivable it refers to, once', async () => {
    const id = await invoice('CN-A');
    const [outcome] = await taken(credit('CN-A-1', '300.00', 'cn-a'));
    expect(outcome).toMatchObject({
      ...{ outcome: 'changed', receivableId: id },
      ...{ invoiceNumber: 'CN-A-1', receivableNumber: 'CN-A' },
    });
    expect(outcome?.reasons.map(({ rule }) => rule)).toContain('receivables.correction_applied');
    expect(await shown(id)).toMatchObject({
      ...{ state: 'listed', registered: eur('1000.00'), payable: eur('700.00') },
      corrections: [{ kind: 'credit_note', number: 'CN-A-1', applied: eur('300.00'), excess: eur('0.00') }],
    });
    const [again] = await taken(credit('CN-A-1', '300.00', 'CN-A'));
    expect(again?.reasons.map(({ rule }) => rule)).toContain('receivables.correction_known');
    expect(await shown(id)).toMatchObject({ payable: eur('700.00') });
  });

  it('without a reference is matched by party, amount and date, and told when it is not', async () => {
    const id = await invoice('CN-B', '4567.89');
    const [matched, unmatched] = await taken(credit('CN-B-1', '4567.89'), credit('CN-B-2', '12.34'));
    expect(matched).toMatchObject({ receivableId: id });
    expect(await shown(id)).toMatchObject({ state: 'void', corrections: [{ basis: 'party_and_amount' }] });
    expect(unmatched).toMatchObject({ outcome: 'flagged', receivableId: null });
    expect(unmatched?.reasons.map(({ rule }) => rule)).toContain('receivables.correction_waits');
  });

  it('that names another tenant’s invoice finds nothing', async () => {
    const [outcome] = await taken(credit('CN-X', '10.00', 'NOBODY-HAS-THIS'));
    expect(outcome).toMatchObject({ receivableId: null });
  });

  it('asks the debtor again where it had confirmed more', async () => {
    const id = await invoice('CN-C', '1000.00', { confirmed: true });
    await taken(credit('CN-C-1', '250.00', 'CN-C'));
    expect(await shown(id)).toMatchObject({
      state: 'listed',
      confirmed: null,
      payable: eur('750.00'),
      answer: null,
    });
    const approved = await query(
      stage.db.reads,
      `select state from receivables.confirmation where receivable_id = $1`,
      [id],
    );
    expect(approved).toEqual([{ state: 'superseded' }]);
    expect(await stage.app.get(ConfirmationStore).answersFor(stage.db.reads, EVERYONE, [id])).toEqual(
      new Map(),
    );
    await confirm(id);
    expect(await shown(id)).toMatchObject({ state: 'confirmed', available: eur('750.00') });
  });

  it('freezes what is financed, takes nothing that is claimed, and tells of it', async () => {
    const id = await invoice('CN-D', '1000.00', { confirmed: true });
    await finance(id, '600.00');
    const emitted = jest.spyOn(stage.app.get(Events), 'emit');
    await taken(credit('CN-D-1', '300.00', 'CN-D'), credit('CN-D-2', '300.00', 'CN-D'));
    expect(await shown(id)).toMatchObject({
      ...{ state: 'frozen', payable: eur('600.00'), confirmed: eur('600.00'), claimed: eur('600.00') },
      available: eur('0.00'),
    });
    const owed = await stage.app.get(Receivables).owed(stage.db.reads, EVERYONE, { limit: 200 });
    expect(owed.map((one) => one.id)).toContain(id);
    const { corrections } = await shown(id);
    const parts = corrections.map(({ applied, excess }) => `${applied.amount} and ${excess.amount}`);
    expect(parts.sort()).toEqual(['100.00 and 200.00', '300.00 and 0.00']);
    const claims = await stage.app
      .get(Filings, { strict: false })
      .claims(stage.db.reads, ['invoice:G:DE111111111:CN-D:380']);
    expect([...claims.values()]).toMatchObject([{ payable: eur('600.00'), claimed: eur('600.00') }]);
    const told = emitted.mock.calls.filter(([, event]) => event === receivableDiluted);
    emitted.mockRestore();
    expect(told.flatMap(([, , payloads]) => payloads)).toMatchObject([
      { receivableId: id, applied: '300.00', excess: '0.00', claimed: '600.00' },
      { receivableId: id, applied: '100.00', excess: '200.00', claimed: '600.00' },
    ]);
    expect(await stage.app.get(RegistryVerify, { strict: false }).verify(stage.db.reads)).toEqual([]);
  });
});

it('is told of a receivable that no deal has claimed, once, and not where nothing was taken off', async () => {
  const id = await invoice('CN-U', '1000.00', { confirmed: true });
  const emitted = jest.spyOn(stage.app.get(Events), 'emit');
  await taken(credit('CN-U-1', '300.00', 'CN-U'));
  await taken(credit('CN-U-1', '300.00', 'CN-U'));
  const of = (wanted: object) =>
    emitted.mock.calls.filter(([, event]) => event === wanted).flatMap(([, , payloads]) => payloads);
  expect(of(receivableReduced)).toEqual([
    {
      receivableId: id,
      supplierId: stage.supplier.organisationId,
      correctionId: (await shown(id)).corrections[0]?.id,
    },
  ]);
  expect(of(receivableDiluted)).toEqual([]);
  emitted.mockRestore();
});

describe('an invoice that comes again', () => {
  it('as void ends its receivable', async () => {
    const id = await invoice('RV-A');
    const [outcome] = await taken({ number: 'RV-A', status: 'void' });
    expect(outcome).toMatchObject({ outcome: 'changed', receivableId: id });
    expect(await shown(id)).toMatchObject({
      state: 'void',
      corrections: [{ kind: 'reversal', basis: 'own_number' }],
    });
  });

  it('under a new number after its credit note is a reissue, and free', async () => {
    const id = await invoice('RI-A', '8642.97');
    await taken(credit('RI-A-1', '8642.97', 'RI-A'));
    const [again] = await taken({ number: 'RI-B', issue_date: '2026-01-18', ...amount('8642.97') });
    expect(again).toMatchObject({ outcome: 'accepted', match: { class: 'reissued', receivableId: id } });
    expect(await shown(again?.receivableId ?? '')).toMatchObject({
      duplicateHold: false,
      matches: [{ class: 'reissued', state: 'allowed' }],
    });
  });
});
