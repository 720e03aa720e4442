// Matches payments that somebody else generated, with their ground truth, from SAMPLES_DIR: what is booked without a
// person must be right, and little may be left to a person.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { Decimal, type LocalDate, localDate, minorDigits, type Money, roundMoney } from '#kernel';
import { matchPayments, type OpenObligation, type PaymentReceived } from './matching';

const samples = process.env.SAMPLES_DIR;
const folder = join(samples ?? '', 'payment-matching', 'single');
const isThere = samples !== undefined && existsSync(folder);
const describeSamples = isThere ? describe : describe.skip;
const skipped = isThere ? '' : ' (skipped: no samples)';

type Row = Readonly<Record<string, string>>;

const rows = (file: string): Row[] => parse<Row>(readFileSync(join(folder, file)), { columns: true });
const cell = (row: Row, column: string): string => row[column] ?? '';
const day = (text: string): LocalDate =>
  localDate(`${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`);

/** The generator gives every currency two decimals, so those that have none are counted in hundredths. */
function amountOf(row: Row, column: string): Money {
  const currency = cell(row, column);
  const amount = new Decimal(cell(row, 'Amount')).toDecimalPlaces(2);
  return roundMoney(minorDigits(currency) === 0 ? amount.times(100) : amount, currency, 'half_even');
}

const obligationOf = (row: Row): OpenObligation => ({
  id: cell(row, 'invoice_id'),
  references: [cell(row, 'Assignment Number'), cell(row, 'Billing Number')],
  debtorName: cell(row, 'Customer Name'),
  debtorAccounts: [],
  outstanding: amountOf(row, 'Currency Code'),
  dueDate: day(cell(row, 'Due Date')),
});

const paymentOf = (row: Row): PaymentReceived => ({
  id: cell(row, 'payment_id'),
  amount: amountOf(row, 'Currency'),
  date: day(cell(row, 'Posting Date')),
  endToEndId: null,
  payerName: cell(row, 'Business Partner'),
  payerAccount: cell(row, 'Account Number'),
  text: cell(row, 'Memo Line'),
});

function truth(): Set<string> {
  const ids = (row: Row, column: string) => JSON.parse(cell(row, column)) as number[];
  return new Set(
    rows('matches.csv').flatMap((row) =>
      ids(row, 'payment_ids').flatMap((payment) =>
        ids(row, 'invoice_ids').map((invoice) => `${payment} ${invoice}`),
      ),
    ),
  );
}

describeSamples(`payment matching samples${skipped}`, () => {
  test('what is automatic is right, and most is automatic', () => {
    const expected = truth();
    const { groups } = matchPayments(
      rows('payments.csv').map(paymentOf),
      rows('invoices.csv').map(obligationOf),
    );
    const booked = groups
      .filter(({ automatic }) => automatic)
      .flatMap(({ matches }) => matches)
      .flatMap(({ entryId, allocations }) =>
        allocations.map(({ obligationId }) => `${entryId} ${obligationId}`),
      );
    const right = booked.filter((pair) => expected.has(pair)).length;
    expect(right / booked.length).toBeGreaterThanOrEqual(0.995);
    expect(right / expected.size).toBeGreaterThanOrEqual(0.92);
  });
});
