import fc from 'fast-check';
import { money } from '#kernel';
import type { CollateralItem, FilingDraft } from '../filing';
import { contentWarnings } from './content-rules';

const item = (over: Partial<CollateralItem> = {}): CollateralItem => ({
  ...{ assetKey: null, description: '春季应收账款', amount: null, payable: null },
  ...{ invoiceNumber: null, debtorName: null, ...over },
});
const draft = (over: Partial<FilingDraft> = {}): FilingDraft => ({
  ...{ category: 'factoring', origin: 'user', dealId: null, termMonths: 12, maximumAmount: null },
  grantors: [grantor('杭州瑞丰精密机械有限公司', '91110000802100433B')],
  securedParties: [grantor('第二银行', null)],
  collateral: [item()],
  filedBy: { userId: 'u', organisationId: 'o' },
  ...over,
});
function grantor(legalName: string, identifier: string | null) {
  const identifierScheme = identifier === null ? null : 'USCC';
  return { organisationId: null, legalName, identifierScheme, identifier };
}
const told = (over: Partial<FilingDraft>) =>
  contentWarnings(draft(over)).map(({ pointer, rule }) => `${pointer} ${rule.replace('registry.', '')}`);
const yuan = (amount: string) => money(amount, 'CNY');

describe('a draft by itself', () => {
  it.each([
    ['a sound one', {}, []],
    [
      'an enterprise without its legal form',
      { grantors: [grantor('杭州瑞丰精密机械', '91110000802100433B')] },
      ['/grantors/0/legalName legal_form_missing'],
    ],
    ['a public body, which has none', { grantors: [grantor('杭州市第一中学', '12110000802100433B')] }, []],
    ['a name without an identifier', { grantors: [grantor('瑞丰', null)] }, []],
    [
      'collateral that is listed elsewhere',
      { collateral: [item(), item({ description: '应收账款，详见附件' })] },
      ['/collateral/1/description described_elsewhere'],
    ],
    [
      'the same, found by its key',
      { collateral: [item({ description: '见附件', assetKey: 'invoice:1' })] },
      [],
    ],
    [
      'items above the maximum',
      {
        collateral: [item({ amount: yuan('60') }), item({ amount: yuan('60') })],
        maximumAmount: yuan('100'),
      },
      ['/maximumAmount amounts_above_maximum'],
    ],
    [
      'items in another currency',
      { collateral: [item({ amount: money('600', 'EUR') })], maximumAmount: yuan('100') },
      [],
    ],
    ['a short term', { termMonths: 5 }, ['/termMonths term_short']],
  ])('%s', (_, over, expected) => {
    expect(told(over)).toEqual(expected);
  });

  it('is warned of the maximum exactly when the items exceed it', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }),
        fc.nat(3000),
        (amounts, most) => {
          const maximumAmount = yuan(String(most + 1));
          const collateral = amounts.map((one) => item({ amount: yuan(String(one)) }));
          const exceeds = amounts.reduce((sum, one) => sum + one, 0) > most + 1;
          expect(told({ collateral, maximumAmount })).toHaveLength(exceeds ? 1 : 0);
        },
      ),
    );
  });
});
