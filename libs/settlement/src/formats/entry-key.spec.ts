// One movement, one key: whether the bank tells of it alone, inside a batch, or in a sum.
import type { StatementEntry } from '../domain/statement';
import { readStatements } from './read-statements';

interface Payment {
  readonly amount: string;
  readonly ref?: string;
}
const svc = (ref: string | undefined) => (ref ? `<AcctSvcrRef>${ref}</AcctSvcrRef>` : '');
const details = ({ amount, ref }: Payment) =>
  `<TxDtls><Refs>${svc(ref)}</Refs><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></TxDtls>`;
const booking = (
  amount: string,
  ref: string | undefined,
  payments: readonly Payment[],
  count = payments.length,
) =>
  `<Ntry><Amt Ccy="CNY">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts><Cd>BOOK</Cd></Sts>
   <BookgDt><Dt>2026-03-02</Dt></BookgDt>${svc(ref)}<NtryDtls><Btch><NbOfTxs>${count}</NbOfTxs></Btch>${payments
     .map(details)
     .join('')}</NtryDtls></Ntry>`;
const entries = (...bookings: string[]): readonly StatementEntry[] => {
  const [reading] = readStatements(
    Buffer.from(`<Document><BkToCstmrDbtCdtNtfctn><Ntfctn><Id>1</Id><Acct><Id><Othr><Id>6222</Id></Othr></Id>
      <Ccy>CNY</Ccy></Acct>${bookings.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn></Document>`),
  );
  if (reading?.status !== 'read') throw new Error(JSON.stringify(reading));
  return reading.statement.entries;
};
const keys = (...bookings: string[]) => entries(...bookings).map(({ key }) => key);
const bookingKeys = (...bookings: string[]) => [
  ...new Set(entries(...bookings).map(({ bookingKey }) => bookingKey)),
];

const A = { amount: '10.00', ref: 'A1' };
const B = { amount: '20.00', ref: 'B1' };

describe('a movement', () => {
  it('that is told alone has the key it has inside a batch', () => {
    const batch = keys(booking('30.00', 'SUM', [A, B]));
    expect(batch).toEqual([...keys(booking('10.00', 'A1', [])), ...keys(booking('20.00', 'B1', []))]);
    expect(batch).toEqual([
      ...keys(booking('10.00', 'OTHER', [A])),
      ...keys(booking('20.00', undefined, [B])),
    ]);
  });

  it('of a batch that is told as a sum has the booking in common', () => {
    const itemised = bookingKeys(booking('30.00', 'SUM', [A, B]));
    expect(bookingKeys(booking('30.00', 'SUM', [], 2))).toEqual(itemised);
    expect(bookingKeys(booking('30.00', 'SUM', [{ amount: '10.00' }, { amount: '20.00' }]))).toEqual(
      itemised,
    );
    expect(bookingKeys(booking('30.00', 'SUM-2', [A, B]))).not.toEqual(itemised);
  });

  it('is not taken for its neighbour of the same amount, also where all bear the reference of the batch', () => {
    const twins = [
      { amount: '10.00', ref: 'SUM' },
      { amount: '10.00', ref: 'SUM' },
    ];
    for (const payments of [twins, [{ amount: '10.00' }, { amount: '10.00' }]])
      expect(new Set(keys(booking('20.00', 'SUM', payments))).size).toBe(2);
    expect(new Set(keys(booking('10.00', 'A1', []), booking('10.00', 'A1', []))).size).toBe(2);
  });

  it('without a reference of its own in a batch is known by its place', () => {
    const [first, second] = keys(booking('30.00', 'SUM', [{ amount: '10.00' }, { amount: '20.00' }]));
    expect(first).not.toBe(second);
    expect(keys(booking('10.00', 'SUM', []))).not.toContain(first);
  });
});
