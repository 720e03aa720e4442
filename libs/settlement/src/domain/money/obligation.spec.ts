import * as fc from 'fast-check';
import { addDays, addMoney, localDate, money, type Money, subtractMoney, zero } from '#kernel';
import { covers, isPaid, type Obligation, openingOf, outstandingOf, payPart } from './obligation';

const fundedOn = localDate('2026-06-01');
const settlesOn = localDate('2026-08-31');
const cny = (units: number): Money => money((units / 100).toFixed(2), 'CNY');
const terms = { rateAnnual: '0.06', dayCount: 'ACT/360', surplusTo: 'supplier' } as const;
const owing = (amount: Money, advance: Money, interest: Money): Obligation => ({
  ...{ dealId: 'd', receivableId: 'r', financierId: 'f', supplierId: 's', debtorId: 'b', invoiceNumber: 'N' },
  ...{ issueDate: fundedOn, settlesOn, currency: 'CNY', amount: amount.amount, paidAmount: '0' },
  ...openingOf({ amount, advance, interest, surplusTo: 'supplier', fundedOn }),
});

it('paid on its day gives what the price said', () => {
  const obligation = owing(cny(10_000_000), cny(8_000_000), cny(121_333));
  const { shares, after } = payPart(obligation, cny(10_000_000), settlesOn, terms);
  expect(shares).toEqual({ principal: cny(8_000_000), interest: cny(121_333), surplus: cny(1_878_667) });
  expect(isPaid(after)).toBe(true);
  expect(covers(after, cny(1))).toBe(false);
});

it('in any parts adds up to the whole, and never beyond it', () => {
  const parts = fc.array(fc.integer({ min: 1, max: 400_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(fc.integer({ min: 10_000, max: 2_000_000 }), parts, (total, paid) => {
      let obligation = owing(cny(total), cny(Math.floor(total * 0.8)), cny(Math.floor(total * 0.012)));
      let used = zero('CNY');
      let day = fundedOn;
      for (const units of paid) {
        if (!covers(obligation, cny(units))) continue;
        day = addDays(day, 9);
        const { shares, after } = payPart(obligation, cny(units), day, terms);
        const sum = addMoney(addMoney(shares.principal, shares.interest), shares.surplus);
        expect(sum).toEqual(cny(units));
        used = addMoney(used, sum);
        obligation = after;
      }
      expect(outstandingOf(obligation)).toEqual(subtractMoney(cny(total), used));
    }),
  );
});
