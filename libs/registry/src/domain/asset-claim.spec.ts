import fc from 'fast-check';
import { addMoney, compareMoney, type Money, money, sumMoney } from '#kernel';
import { type AssetClaim, fitClaims, type Want, wantsOf } from './asset-claim';

const yuan = (amount: number | string): Money => money(String(amount), 'CNY');
const claim = (assetKey: string, payable: number, claimed: number): AssetClaim => ({
  assetKey,
  payable: yuan(payable),
  claimed: yuan(claimed),
  version: 1,
});
const want = (assetKey: string, amount: number, payable = 100): Want => ({
  assetKey,
  amount: yuan(amount),
  payable: yuan(payable),
});
const stored = (...claims: AssetClaim[]) => new Map(claims.map((one) => [one.assetKey, one]));
const codes = (fit: ReturnType<typeof fitClaims>) => fit.refusals.map((refusal) => refusal?.code ?? null);

describe('fitClaims', () => {
  it('takes exactly what is left', () => {
    const fit = fitClaims(stored(claim('a', 100, 60)), [[want('a', 40)]]);
    expect(codes(fit)).toEqual([null]);
    expect(fit.changed.get('a')).toEqual({ ...claim('a', 100, 100), version: 2 });
  });

  it('refuses one unit more, and says what is there', () => {
    const fit = fitClaims(stored(claim('a', 100, 60)), [[want('a', 41)]]);
    expect(codes(fit)).toEqual(['registry.asset_claimed']);
    expect(fit.refusals[0]).toMatchObject({
      kind: 'conflict',
      details: { assetKey: 'a', claimed: yuan(60), payable: yuan(100), wanted: yuan(41) },
    });
    expect(fit.changed.size).toBe(0);
  });

  it('lets each filing see what those before it took', () => {
    const fit = fitClaims(new Map(), [[want('a', 60)], [want('a', 60)], [want('a', 40)]]);
    expect(codes(fit)).toEqual([null, 'registry.asset_claimed', null]);
    expect(fit.changed.get('a')).toMatchObject({ claimed: yuan(100), version: 1 });
  });

  it('takes nothing for a filing of which one claim does not fit', () => {
    const fit = fitClaims(stored(claim('b', 100, 100)), [[want('a', 10), want('b', 1)]]);
    expect(codes(fit)).toEqual(['registry.asset_claimed']);
    expect(fit.changed.size).toBe(0);
  });

  it('adds up one asset named twice', () => {
    expect(codes(fitClaims(new Map(), [[want('a', 60), want('a', 40)]]))).toEqual([null]);
    expect(codes(fitClaims(new Map(), [[want('a', 60), want('a', 41)]]))).toEqual(['registry.asset_claimed']);
  });

  it('refuses another payable amount or currency than the first', () => {
    expect(codes(fitClaims(stored(claim('a', 100, 0)), [[want('a', 1, 99)]]))).toEqual([
      'registry.payable_changed',
    ]);
    const dollars: Want = { assetKey: 'a', amount: money('1', 'USD'), payable: money('100', 'USD') };
    expect(codes(fitClaims(stored(claim('a', 100, 0)), [[dollars]]))).toEqual(['registry.payable_changed']);
  });

  it('takes the payable amount from the first claim that was taken, not from one that was refused', () => {
    const fit = fitClaims(stored(), [[want('a', 60, 50)], [want('a', 60, 90)]]);
    expect(codes(fit)).toEqual(['registry.asset_claimed', null]);
    expect(fit.changed.get('a')).toMatchObject({ payable: yuan(90), claimed: yuan(60), version: 1 });
  });

  it('never claims more than is payable, and exactly what it accepted', () => {
    const wants = fc.array(
      fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 70 })), {
        minLength: 1,
        maxLength: 4,
      }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(wants, fc.nat(100), (filings, before) => {
        const drafts = filings.map((filing) => filing.map(([key, amount]) => want(key, amount)));
        const fit = fitClaims(stored(claim('a', 100, before)), drafts);
        for (const key of ['a', 'b', 'c']) {
          const accepted = drafts
            .flatMap((one, index) => (fit.refusals[index] ? [] : one))
            .filter((one) => one.assetKey === key);
          const start = key === 'a' ? yuan(before) : yuan(0);
          const sum = addMoney(
            start,
            sumMoney(
              accepted.map(({ amount }) => amount),
              'CNY',
            ),
          );
          expect(fit.changed.get(key)?.claimed ?? start).toEqual(sum);
          expect(compareMoney(sum, yuan(100))).not.toBe(1);
        }
      }),
    );
  });
});

describe('wantsOf', () => {
  it('leaves out what is no exclusive claim', () => {
    const item = {
      description: 'd',
      invoiceNumber: null,
      debtorName: null,
      amount: yuan(1),
      payable: yuan(2),
    };
    expect(
      wantsOf([
        { ...item, assetKey: 'a' },
        { ...item, assetKey: null },
        { ...item, assetKey: 'b', payable: null },
      ]),
    ).toEqual([{ assetKey: 'a', amount: yuan(1), payable: yuan(2) }]);
  });
});
