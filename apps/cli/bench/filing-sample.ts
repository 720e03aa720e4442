// The registrations that the bench files, the same kind for the product and for its baseline.
import { randomInt, randomUUID } from 'node:crypto';
import { organisationCodeCheckCharacter, usccCheckCharacter } from '#kernel';

/** How many grantors the filings are spread over. */
export const GRANTORS = 5_000;

interface SampleGrantor {
  readonly legalName: string;
  readonly uscc: string;
}

const grantors: readonly SampleGrantor[] = Array.from({ length: GRANTORS }, (_, index) => {
  const body = `MA${index.toString().padStart(6, '0')}`;
  const first17 = `91330100${body}${organisationCodeCheckCharacter(body)}`;
  return { legalName: `杭州样本${index}号科技有限公司`, uscc: `${first17}${usccCheckCharacter(first17)}` };
});

export interface SampleFiling {
  readonly grantor: SampleGrantor;
  readonly invoice: string;
  /** A body of POST /registrations. */
  readonly body: object;
}

export const SECURED_PARTY = '江南样本银行股份有限公司';
export const DEBTOR = '华东样本重工集团股份有限公司';
export const TERM_MONTHS = 12;

export function sampleFiling(): SampleFiling {
  const grantor = grantors[randomInt(GRANTORS)] ?? { legalName: '', uscc: '' };
  const invoice = randomUUID();
  const amount = { amount: '125000.00', currency: 'CNY' };
  const body = {
    category: 'receivables_pledge',
    grantors: [{ legalName: grantor.legalName, identifierScheme: 'USCC', identifier: grantor.uscc }],
    securedParties: [{ legalName: SECURED_PARTY }],
    collateral: [
      {
        assetKey: `invoice:${invoice}`,
        description: `发票 ${invoice} 项下应收账款`,
        amount,
        payable: amount,
        invoiceNumber: invoice,
        debtorName: DEBTOR,
      },
    ],
    termMonths: TERM_MONTHS,
    maximumAmount: amount,
  };
  return { grantor, invoice, body };
}
