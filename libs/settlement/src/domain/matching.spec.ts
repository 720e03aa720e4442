// Who is matched with what, how sure that is, and that no history of payments ever allocates more than there is.
import fc from 'fast-check';
import {
  addDays,
  addMoney,
  compareMoney,
  Decimal,
  isNegative,
  isPositive,
  localDate,
  money,
  sumMoney,
} from '#kernel';
import { matchPayments, type OpenObligation, type PaymentReceived } from './matching';

const day = localDate('2026-03-02');

function owed(id: string, amount: string, change: Partial<OpenObligation> = {}): OpenObligation {
  return {
    id,
    references: [`INV-2026-${id.padStart(5, '0')}`],
    debtorName: '华东机械有限公司',
    debtorAccounts: ['6222000011112222'],
    outstanding: money(amount, 'CNY'),
    dueDate: addDays(day, Number(id)),
    ...change,
  };
}

function paid(amount: string, text: string | null, change: Partial<PaymentReceived> = {}): PaymentReceived {
  return {
    id: 'P1',
    amount: money(amount, 'CNY'),
    date: day,
    endToEndId: null,
    payerName: '华东机械有限公司',
    payerAccount: null,
    text,
    ...change,
  };
}

const stranger = { payerName: '另一家公司', payerAccount: '999' };
const book = [owed('1', '100.00'), owed('2', '250.00'), owed('3', '333.33')];

/** What one payment is allocated to, and by which rule. */
function outcome(payment: PaymentReceived, obligations: readonly OpenObligation[] = book): string {
  const { groups, unmatched } = matchPayments([payment], obligations);
  const [group] = groups;
  const [match] = group?.matches ?? [];
  if (group === undefined || match === undefined) return unmatched[0]?.why ?? '';
  const parts = match.allocations.map(({ obligationId, amount }) => `${obligationId}=${amount.amount}`);
  const rest = isPositive(match.remainder) ? ` +${match.remainder.amount}` : '';
  return `${parts.join(' ')}${rest} ${group.rule}${group.automatic ? ' automatic' : ''}`;
}

describe('one payment', () => {
  test.each<[string, PaymentReceived, string]>([
    ['by its number', paid('100', 'INV-2026-00001'), '1=100.00 reference automatic'],
    ['by its number, from anybody', paid('100', 'INV-2026-00001', stranger), '1=100.00 reference automatic'],
    ['in Chinese words', paid('100', '付货款（发票号INV-2026-00001）谢谢'), '1=100.00 reference automatic'],
    [
      'in full width and lower case',
      paid('100', 'ｉｎｖ－２０２６－００００１'),
      '1=100.00 reference automatic',
    ],
    ['without separators', paid('100', 'INV202600001'), '1=100.00 reference automatic'],
    ['with spaces instead', paid('100', 'INV 2026 00001'), '1=100.00 reference automatic'],
    [
      'by the end-to-end id',
      paid('100', null, { endToEndId: 'INV-2026-00001' }),
      '1=100.00 reference automatic',
    ],
    ['without its zeros', paid('100', 'INV-2026-1'), '1=100.00 reference_slip automatic'],
    ['without its zeros, from anybody', paid('100', 'INV-2026-1', stranger), '1=100.00 reference_weak'],
    ['with a digit too many', paid('100', 'INV2026000011'), '1=100.00 reference_slip automatic'],
    ['with two digits swapped', paid('100', 'INV202060001'), '1=100.00 reference_slip automatic'],
    ['with a digit of another invoice', paid('100', 'INV202600009'), '1=100.00 amount_unsure'],
    ['several', paid('350', 'INV-2026-00002, INV-2026-00001'), '1=100.00 2=250.00 references automatic'],
    [
      'several less a small deduction',
      paid('349.70', 'INV-2026-00001 INV-2026-00002'),
      '1=100.00 2=249.70 references_deducted automatic',
    ],
    ['several less much', paid('300', 'INV-2026-00001 INV-2026-00002'), '1=100.00 2=200.00 reference_short'],
    ['one of several', paid('250', 'INV-2026-00001 INV-2026-00002', stranger), '2=250.00 reference_short'],
    [
      'some, and the rest',
      paid('433.33', 'INV-2026-00001'),
      '1=100.00 3=333.33 reference_completed automatic',
    ],
    [
      'some, and something unknown',
      paid('433.33', 'INV-2026-00001 INV777000111'),
      '1=100.00 +333.33 reference_over automatic',
    ],
    ['a part', paid('40', 'INV-2026-00001'), '1=40.00 reference_part automatic'],
    ['a part, from anybody', paid('40', 'INV-2026-00001', stranger), '1=40.00 reference_other_payer'],
    ['too much', paid('101', 'INV-2026-00001'), '1=100.00 +1.00 reference_over automatic'],
    [
      'too much, from anybody',
      paid('101', 'INV-2026-00001', stranger),
      '1=100.00 +1.00 reference_other_payer',
    ],
    ['by amount and name', paid('250', '货款'), '2=250.00 amount_and_payer automatic'],
    [
      'by amount and account',
      paid('250', null, { payerName: null, payerAccount: '6222 0000 1111 2222' }),
      '2=250.00 amount_and_payer automatic',
    ],
    ['by amount, naming another document', paid('250', 'INV-2025-77777'), '2=250.00 amount_unsure'],
    ['by amount alone', paid('250', '货款', stranger), 'nothing_found'],
    [
      'all there is, by account',
      paid('683.33', null, { payerAccount: '6222000011112222' }),
      '1=100.00 2=250.00 3=333.33 all_open_items automatic',
    ],
    ['all there is, by name', paid('683.33', null), '1=100.00 2=250.00 3=333.33 combination'],
    ['a combination', paid('350', null), '1=100.00 2=250.00 combination'],
    ['what fits nothing', paid('120', null), '1=100.00 2=20.00 payer_only'],
    ['a number inside another', paid('100', '9INV20260000155', stranger), 'nothing_found'],
    ['nothing', paid('0', 'INV-2026-00001'), 'nothing_received'],
    ['money out', paid('-100', 'INV-2026-00001'), 'nothing_received'],
    ['another currency', paid('100', 'INV-2026-00001', { amount: money('100', 'USD') }), 'nothing_found'],
  ])('%s', (_, payment, expected) => expect(outcome(payment)).toBe(expected));

  test('with spaces inside a number that has none is only like it', () => {
    const whole = [owed('1', '100', { references: ['INV202600001'] })];
    expect(outcome(paid('100', 'INV 2026 00001'), whole)).toBe('1=100.00 reference_slip automatic');
    expect(outcome(paid('100', 'INV 2026 00001', stranger), whole)).toBe('1=100.00 reference_weak');
  });

  test('naming 11 is no slip of 1, for both may exist', () => {
    const short = [owed('1', '100', { references: ['INV-26-1'] })];
    expect(outcome(paid('100', 'INV-26-11'), short)).toBe('1=100.00 amount_unsure');
  });

  test('is completed only when a single combination fits', () => {
    const equal = [owed('1', '100'), owed('2', '250'), owed('3', '250')];
    expect(outcome(paid('350', 'INV-2026-00001'), equal)).toBe('1=100.00 +250.00 reference_over automatic');
  });

  test('of two equal items takes the one due first, and asks', () => {
    const equal = [owed('1', '100'), owed('2', '100')];
    expect(outcome(paid('100', null), equal)).toBe('1=100.00 amount_unsure');
  });

  test('naming a number that two items share is judged by payer and amount', () => {
    const contract = { references: ['CONTRACT-88001'] };
    const two = [owed('1', '100', contract), owed('2', '250', contract)];
    expect(outcome(paid('250', 'CONTRACT-88001'), two)).toBe('2=250.00 reference_slip automatic');
    expect(outcome(paid('250', 'CONTRACT-88001', stranger), two)).toBe('already_settled');
  });

  test('naming what is settled is not booked on something else', () => {
    const settled = [owed('1', '0'), owed('2', '100')];
    expect(outcome(paid('100', 'INV-2026-00001'), settled)).toBe('2=100.00 amount_unsure');
    expect(outcome(paid('100', 'INV-2026-00001', stranger), settled)).toBe('already_settled');
  });

  test('by a short number needs payer and amount', () => {
    const short = [owed('1', '100', { references: ['A-123'] })];
    expect(outcome(paid('40', 'A-123'), short)).toBe('1=40.00 reference_weak');
    expect(outcome(paid('40', 'A-123', stranger), short)).toBe('already_settled');
  });
});

describe('several payments', () => {
  test('that name one item and settle it together are sure, even from elsewhere', () => {
    const parts = [
      paid('60', 'INV-2026-00001', { id: 'P1', ...stranger }),
      paid('40', 'INV-2026-00001', { id: 'P2', ...stranger }),
    ];
    expect(matchPayments(parts, book).groups).toMatchObject([{ rule: 'parts_complete', automatic: true }]);
    const short = [
      parts[0] as PaymentReceived,
      { ...(parts[1] as PaymentReceived), amount: money('39', 'CNY') },
    ];
    expect(matchPayments(short, book).groups).toMatchObject([{ automatic: false }]);
  });

  test('of one payer and amount compete, and none is sure', () => {
    const two = [paid('250', null, { id: 'P1' }), paid('250', null, { id: 'P2' })];
    const { groups } = matchPayments(two, book);
    expect(groups.every(({ automatic }) => !automatic)).toBe(true);
  });

  test('an exact payment goes before a part, whatever came first', () => {
    const two = [
      paid('90', 'INV-2026-00001', { id: 'P1' }),
      paid('100', 'INV-2026-00001', { id: 'P2', date: addDays(day, 1) }),
    ];
    const { groups } = matchPayments(two, [owed('1', '100')]);
    const exact = groups.flatMap(({ matches }) => matches).find(({ entryId }) => entryId === 'P2');
    expect(exact).toMatchObject({ rule: 'reference', allocations: [{ obligationId: '1' }] });
  });
});

describe('any payments and any items', () => {
  const names = ['华东机械有限公司', '南方实业', 'Acme Ltd'];
  const accounts = ['6222000011112222', 'ACC-2', 'ACC-3'];
  const debtor = fc.nat(2);
  const cents = fc.integer({ min: 1, max: 3000 }).map((value) => money(new Decimal(value).div(100), 'CNY'));
  const reference = fc
    .integer({ min: 1, max: 12 })
    .map((number) => `INV-2026-${String(number).padStart(5, '0')}`);
  const items = fc
    .array(fc.record({ debtor, outstanding: cents, reference, due: fc.option(fc.nat(60)) }), {
      maxLength: 10,
    })
    .map((list) =>
      list.map(({ debtor: index, outstanding, reference: number, due }, place): OpenObligation => ({
        id: `O${place}`,
        references: [number],
        debtorName: names[index] ?? '',
        debtorAccounts: [accounts[index] ?? ''],
        outstanding,
        dueDate: due === null ? null : addDays(day, due),
      })),
    );
  const payments = fc
    .array(
      fc.record({
        payer: fc.nat(3),
        amount: fc.oneof(
          cents,
          fc.constantFrom('1.00', '2.50').map((value) => money(value, 'CNY')),
        ),
        text: fc.oneof(
          fc.constant(null),
          reference,
          fc.tuple(reference, reference).map((two) => two.join('+')),
        ),
        later: fc.nat(5),
      }),
      { maxLength: 10 },
    )
    .map((list) =>
      list.map(({ payer, amount, text, later }, place): PaymentReceived => ({
        id: `P${place}`,
        amount,
        date: addDays(day, later),
        endToEndId: null,
        payerName: names[payer] ?? null,
        payerAccount: place % 2 === 0 ? (accounts[payer] ?? null) : null,
        text,
      })),
    );

  test('allocations never exceed the payment or what is outstanding, and sums are conserved', () => {
    fc.assert(
      fc.property(payments, items, (received, obligations) => {
        const { groups, unmatched } = matchPayments(received, obligations);
        const matches = groups.flatMap((group) => group.matches);
        const seen = [...matches, ...unmatched].map(({ entryId }) => entryId);
        expect(seen.sort()).toEqual(received.map(({ id }) => id).sort());
        for (const { entryId, allocations, remainder } of matches) {
          const whole = received.find(({ id }) => id === entryId)?.amount;
          const given = sumMoney(
            allocations.map(({ amount }) => amount),
            'CNY',
          );
          expect(addMoney(given, remainder)).toEqual(whole);
          expect(isNegative(remainder)).toBe(false);
          expect(allocations.every(({ amount }) => isPositive(amount))).toBe(true);
          expect(new Set(allocations.map(({ obligationId }) => obligationId)).size).toBe(allocations.length);
        }
        for (const { id, outstanding } of obligations) {
          const parts = matches.flatMap(({ allocations }) =>
            allocations.filter((part) => part.obligationId === id),
          );
          const sum = sumMoney(
            parts.map(({ amount }) => amount),
            'CNY',
          );
          expect(compareMoney(sum, outstanding)).not.toBe(1);
        }
        const groupOf = new Map<string, number>();
        groups.forEach((group, place) => {
          for (const id of group.matches.flatMap(({ allocations }) =>
            allocations.map((a) => a.obligationId),
          )) {
            expect(groupOf.get(id) ?? place).toBe(place);
            groupOf.set(id, place);
          }
        });
      }),
      { numRuns: 1000 },
    );
  });

  test('the order in which they are given changes nothing', () => {
    fc.assert(
      fc.property(payments, items, fc.nat(), (received, obligations, seed) => {
        const turned = <T>(list: readonly T[]): T[] => {
          const at = list.length === 0 ? 0 : seed % list.length;
          return [...list.slice(at), ...list.slice(0, at)].reverse();
        };
        expect(matchPayments(turned(received), turned(obligations))).toEqual(
          matchPayments(received, obligations),
        );
      }),
      { numRuns: 300 },
    );
  });

  test('nothing is booked without a person unless a number or the payer says so', () => {
    fc.assert(
      fc.property(payments, items, (received, obligations) => {
        const booked = matchPayments(received, obligations)
          .groups.filter(({ automatic }) => automatic)
          .flatMap(({ matches }) => matches);
        for (const { entryId, allocations } of booked)
          for (const { obligationId } of allocations) {
            const payment = received.filter(({ id }) => id === entryId);
            const item = obligations.filter(({ id }) => id === obligationId);
            const number = item.flatMap(({ references }) => references).join();
            const isNamed = payment.some(({ text }) => text?.includes(number));
            const isPayer = payment.some(({ payerName }) =>
              item.some(({ debtorName }) => debtorName === payerName),
            );
            expect(isNamed || isPayer).toBe(true);
          }
      }),
      { numRuns: 500 },
    );
  });
});
