import { CHART, PURPOSES } from './chart';

describe('the chart of accounts', () => {
  it('has a line for each purpose and no other', () => {
    expect(Object.keys(CHART).sort()).toEqual([...PURPOSES].sort());
  });

  it.each(PURPOSES)('speaks of %s in both languages', (purpose) => {
    const { en, zh } = CHART[purpose].text;
    expect(en).toMatch(/^[A-Z]/);
    expect(zh).toMatch(/\p{Script=Han}/u);
    expect(purpose).toMatch(/^[a-z]+(_[a-z]+)*$/);
  });

  it('sets the two sides of a promise against each other', () => {
    expect(CHART.advance_commitment.normalSide).toBe('credit');
    expect(CHART.advance_entitlement.normalSide).toBe('debit');
    expect([CHART.advance_commitment.floorZero, CHART.advance_entitlement.floorZero]).toEqual([true, true]);
  });

  it('cannot be changed while running', () => {
    expect(() => Object.assign(CHART, { bank_clearing: CHART.fee_income })).toThrow(TypeError);
    expect(() => Object.assign(CHART.fee_income, { floorZero: true })).toThrow(TypeError);
  });
});
