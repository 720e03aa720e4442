import fc from 'fast-check';
import { Decimal, localDate } from '#kernel';
import { SOUND_DRAFT, SOUND_FACTS, bent } from '../../testing/sound-draft';
import { EMPTY_PARTY, type DraftLine, type En16931Facts, type InvoiceDraft } from '../invoice-draft';
import { checkDraft } from './rules';
import { verdictOf } from '../verdict';

const line = SOUND_DRAFT.lines[0] as DraftLine;
const oneLine = (change: Partial<DraftLine>): Partial<InvoiceDraft> => ({ lines: [{ ...line, ...change }] });
const facts = (change: Partial<En16931Facts>): Partial<InvoiceDraft> => ({
  en16931: { ...SOUND_FACTS, ...change },
});
const party = (change: object): InvoiceDraft['seller'] => ({ ...SOUND_DRAFT.seller, ...change });

function verdict(change: Partial<InvoiceDraft>): {
  status: string;
  rules: string[];
  flags: readonly string[];
} {
  const { status, reasons, flags } = verdictOf(checkDraft(bent(change)));
  return { status, rules: reasons.map(({ rule }) => rule), flags };
}

describe('a sound invoice', () => {
  test('is accepted without reasons', () => {
    expect(verdict({})).toEqual({ status: 'accepted', rules: [], flags: [] });
  });

  const sound: [string, Partial<InvoiceDraft>][] = [
    ['self-billed', { typeCode: '389' }],
    ['due on the day of issue', { dueDate: SOUND_DRAFT.issueDate }],
    ['due five years later', { dueDate: localDate('2031-09-01') }],
    ['with the tax of its line rounded', oneLine({ taxAmount: '13.06', taxRate: '0.13' })],
    ['with the taxes of its lines rounded', oneLine({ taxAmount: '14.27' })],
    ['with terms instead of a due date', { dueDate: null, paymentTerms: '30 days net' }],
    ['rounded to be paid', { roundingAmount: '0.4', payableAmount: '113.4' }],
    ['prepaid in part', { prepaidAmount: '13', payableAmount: '100' }],
    ['whose payee is the seller in other letters', { payee: { ...EMPTY_PARTY, name: 'ＳＥＬＬＥＲ  ltd' } }],
    ['that forbids assignment', { notes: ['This claim may not be assigned.'] }],
    [
      'from CSV without tax or lines',
      { source: 'table', en16931: null, lines: [], lineNetTotal: null, taxAmount: null },
    ],
    [
      'final, deducting an advance',
      { ...oneLine({ itemName: 'less down payment' }), prepaidAmount: '1', payableAmount: '112' },
    ],
  ];
  test.each(sound)('%s is accepted', (_, change) => {
    expect(verdict(change)).toEqual({ status: 'accepted', rules: [], flags: [] });
  });
});

describe('a broken rule refuses and is named', () => {
  const broken: [string, Partial<InvoiceDraft>][] = [
    ['BR-01', facts({ specification: null })],
    ['BR-02', { number: null }],
    ['BR-03', { issueDate: null }],
    ['BR-04', { typeCode: null }],
    ['BR-05', { currency: null }],
    ['BR-06', { seller: party({ name: null }) }],
    ['BR-07', { buyer: party({ name: null }) }],
    ['BR-08', { seller: party({ hasAddress: false }) }],
    ['BR-09', { seller: party({ country: null }) }],
    ['BR-10', { buyer: party({ hasAddress: false }) }],
    ['BR-11', { buyer: party({ country: null }) }],
    ['BR-12', { lineNetTotal: null }],
    ['BR-13', { netAmount: null }],
    ['BR-14', { grossAmount: null }],
    ['BR-15', { payableAmount: null }],
    ['BR-16', { lines: [] }],
    ['BR-17', { payee: EMPTY_PARTY }],
    ['BR-18', facts({ representative: { name: null, hasAddress: true, country: 'SE' } })],
    ['BR-19', facts({ representative: { name: 'R', hasAddress: false, country: 'SE' } })],
    ['BR-20', facts({ representative: { name: 'R', hasAddress: true, country: null } })],
    ['BR-21', oneLine({ id: null })],
    ['BR-22', oneLine({ quantity: null })],
    ['BR-23', oneLine({ unit: null })],
    ['BR-24', oneLine({ netAmount: null })],
    ['BR-25', oneLine({ itemName: null })],
    ['BR-26', oneLine({ netPrice: null })],
    ['BR-27', oneLine({ netPrice: '-1' })],
    ['BR-28', oneLine({ grossPrice: '-1' })],
    ['BR-29', facts({ period: { start: localDate('2026-06-02'), end: localDate('2026-06-01') } })],
    ['BR-30', oneLine({ period: { start: localDate('2026-06-02'), end: localDate('2026-06-01') } })],
    ['BR-31', facts({ allowances: [{ amount: null, taxCategory: 'S', reason: 'r' }] })],
    ['BR-32', facts({ allowances: [{ amount: '0', taxCategory: null, reason: 'r' }] })],
    ['BR-33', facts({ allowances: [{ amount: '0', taxCategory: 'S', reason: null }] })],
    ['BR-36', facts({ charges: [{ amount: null, taxCategory: 'S', reason: 'r' }] })],
    ['BR-37', facts({ charges: [{ amount: '0', taxCategory: null, reason: 'r' }] })],
    ['BR-38', facts({ charges: [{ amount: '0', taxCategory: 'S', reason: null }] })],
    ['BR-45', facts({ taxLines: [{ taxable: null, tax: '13', category: 'S', rate: '13' }] })],
    ['BR-46', facts({ taxLines: [{ taxable: '100', tax: null, category: 'S', rate: '13' }] })],
    ['BR-47', facts({ taxLines: [{ taxable: '100', tax: '13', category: null, rate: '13' }] })],
    ['BR-CO-04', oneLine({ taxCategory: null })],
    ['BR-CO-10', { lineNetTotal: '100.01' }],
    ['BR-CO-11', { allowanceTotal: '5' }],
    ['BR-CO-12', { chargeTotal: '5' }],
    ['BR-CO-13', { netAmount: '99' }],
    ['BR-CO-14', { taxAmount: '12' }],
    ['BR-CO-15', { grossAmount: '112.99' }],
    ['BR-CO-15', facts({ taxTotals: 2 })],
    ['BR-CO-15', facts({ taxTotals: 0 })],
    ['BR-CO-15', { netAmount: null }],
    ['BR-CO-15', { source: 'table', en16931: null, grossAmount: '114', payableAmount: '114' }],
    ['BR-CO-16', { payableAmount: '100' }],
    ['BR-CO-16', { payableAmount: null }],
    ['BR-CO-17', facts({ taxLines: [{ taxable: '1000', tax: '13', category: 'S', rate: '13' }] })],
    ['BR-CO-18', facts({ taxLines: [] })],
    ['BR-CO-25', { dueDate: null }],
    ['BR-CO-26', { seller: party({ taxId: null }) }],
    ['BR-CL-01', { typeCode: '999' }],
    ['BR-CL-04', { currency: 'XYZ' }],
    ['BR-DEC-18', { payableAmount: '113.001' }],
    ['due_before_issue', { dueDate: localDate('2026-08-31') }],
    ['line_tax', oneLine({ taxAmount: '13.07', taxRate: '0.13' })],
    ['tax_total', oneLine({ taxAmount: '14.28' })],
  ];
  test.each(broken)('%s %#', (rule, change) => {
    const { status, rules } = verdict(change);
    expect(status).toBe('refused');
    expect(rules).toContain(rule);
  });

  test('an address is asked of EN 16931 documents only', () => {
    const bare = { ...SOUND_DRAFT.seller, hasAddress: false, country: null };
    expect(verdict({ source: 'table', en16931: null, seller: bare, buyer: bare }).status).toBe('accepted');
  });
});

describe('what stands in the way of financing is flagged', () => {
  const negative = {
    lineNetTotal: '-100',
    netAmount: '-100',
    taxAmount: '-13',
    grossAmount: '-113',
    payableAmount: '-113',
  };
  const flagged: [string, Partial<InvoiceDraft>][] = [
    ['credit_note', { typeCode: '381' }],
    ['credit_note', { typeCode: '261' }],
    ['credit_note', { isCreditNote: true }],
    [
      'credit_note',
      {
        ...negative,
        ...oneLine({ netAmount: '-100' }),
        ...facts({ taxLines: [{ taxable: '-100', tax: '-13', category: 'S', rate: '13' }] }),
      },
    ],
    ['correction', { typeCode: '384' }],
    ['not_a_claim', { typeCode: '325' }],
    ['negative_payable', { prepaidAmount: '200', payableAmount: '-87' }],
    ['zero_payable', { prepaidAmount: '113', payableAmount: '0' }],
    ['paid', { prepaidAmount: '113', payableAmount: '0' }],
    ['paid', { isPaid: true }],
    ['void', { isVoid: true }],
    ['reversed', { isReversed: true }],
    ['payee_not_seller', { payee: { ...EMPTY_PARTY, name: 'Factor Bank' } }],
    ['already_assigned', { notes: ['This invoice has been assigned to Factor Bank.'] }],
    ['already_assigned', { paymentTerms: '本发票项下应收账款已转让给某保理公司' }],
    ['already_assigned', { typeCode: '393' }],
    ['already_assigned', { isAssigned: true }],
    ['tenor_implausible', { dueDate: localDate('2062-12-01') }],
    ['advance', { typeCode: '386' }],
    ['advance', oneLine({ itemName: 'Anzahlung Maschine' })],
    ['identifier_masked', { seller: party({ country: 'CN', taxId: '9144****0000000000' }) }],
    ['identifier_masked', { buyer: party({ country: 'CN', taxId: '91440101MAXXXXXX1R' }) }],
    ['identifier_invalid', { seller: party({ country: 'CN', taxId: '911100008021004331' }) }],
    [
      'identifier_invalid',
      { source: 'efapiao', en16931: null, seller: party({ country: null, taxId: '123' }) },
    ],
  ];
  test.each(flagged)('%s %#', (flag, change) => {
    const { status, flags } = verdict(change);
    expect(status).toBe('flagged');
    expect(flags).toContain(flag);
  });

  test('a valid USCC is not flagged, nor is the identifier of another country', () => {
    expect(verdict({ seller: party({ country: 'CN', taxId: '91110000802100433B' }) }).flags).toEqual([]);
    expect(verdict({ seller: party({ country: 'NO', taxId: '123456789012345678' }) }).flags).toEqual([]);
  });

  test('a natural person is known by the number of an identity card', () => {
    expect(verdict({ seller: party({ country: 'CN', taxId: '320501198806150011' }) }).flags).toEqual([]);
    expect(verdict({ seller: party({ country: 'CN', taxId: '320501198806150012' }) }).flags).toEqual([
      'identifier_invalid',
    ]);
  });

  test('a broken rule outweighs a flag, and both are told', () => {
    const { status, rules, flags } = verdict({ typeCode: '381', payableAmount: '1' });
    expect(status).toBe('refused');
    expect(rules).toEqual(expect.arrayContaining(['BR-CO-16', 'credit_note']));
    expect(flags).toEqual(['credit_note']);
  });
});

describe('properties', () => {
  const centsOf = fc.integer({ min: 1, max: 10_000_000_000 });
  const text = (cents: number): string => new Decimal(cents).dividedBy(100).toFixed();

  test('any amounts that add up are accepted, and one cent more on the total never is', () => {
    fc.assert(
      fc.property(
        fc.array(centsOf, { minLength: 1, maxLength: 8 }),
        fc.integer({ min: 0, max: 20 }),
        (nets, rate) => {
          const net = nets.reduce((sum, cents) => sum + cents, 0);
          const tax = Math.round((net * rate) / 100);
          const change: Partial<InvoiceDraft> = {
            lines: nets.map((cents) => ({ ...line, netAmount: text(cents) })),
            lineNetTotal: text(net),
            netAmount: text(net),
            taxAmount: text(tax),
            grossAmount: text(net + tax),
            payableAmount: text(net + tax),
            ...facts({
              taxLines: [{ taxable: text(net), tax: text(tax), category: 'S', rate: String(rate) }],
            }),
          };
          expect(verdict(change).status).toBe('accepted');
          const dearer = verdict({
            ...change,
            grossAmount: text(net + tax + 1),
            payableAmount: text(net + tax + 1),
          });
          expect(dearer.rules).toEqual(['BR-CO-15']);
        },
      ),
      { numRuns: 200 },
    );
  });
});
