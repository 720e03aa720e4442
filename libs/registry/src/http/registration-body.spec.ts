import { DomainError } from '#kernel';
import { contentOf } from './registration-body';
import { RegistrationBody } from './registrations.dto';

const body = {
  category: 'factoring' as const,
  grantors: [{ legalName: ' 杭州明远 ' }],
  securedParties: [{ legalName: 'Bank', identifierScheme: 'LOCAL', identifier: '1' }],
  collateral: [{ description: ' Invoice 0123 ', amount: { amount: '1.5', currency: 'CNY' } }],
  termMonths: 12,
};

describe('contentOf', () => {
  it('fills what is absent with null and makes amounts canonical', () => {
    expect(contentOf(body)).toEqual({
      category: 'factoring',
      grantors: [{ organisationId: null, legalName: '杭州明远', identifierScheme: null, identifier: null }],
      securedParties: [
        { organisationId: null, legalName: 'Bank', identifierScheme: 'LOCAL', identifier: '1' },
      ],
      collateral: [
        {
          assetKey: null,
          description: 'Invoice 0123',
          amount: { amount: '1.50', currency: 'CNY' },
          payable: null,
          invoiceNumber: null,
          debtorName: null,
        },
      ],
      termMonths: 12,
      maximumAmount: null,
    });
  });

  it('points at every amount that has more decimals than its currency', () => {
    const wrong = { ...body, maximumAmount: { amount: '1.5', currency: 'JPY' } };
    const refusal = refusalOf({
      ...wrong,
      collateral: [{ description: 'd', payable: { amount: '1.234', currency: 'CNY' } }],
    });
    expect(refusal.code).toBe('registry.filing_invalid');
    expect(refusal.errors.map(({ pointer, rule }) => [pointer, rule])).toEqual([
      ['/collateral/0/payable/amount', 'kernel.amount_too_precise'],
      ['/maximumAmount/amount', 'kernel.amount_too_precise'],
    ]);
  });
});

function refusalOf(wrong: RegistrationBody): DomainError {
  try {
    contentOf(wrong);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('it was accepted');
}
