// What of a draft deserves a second look by itself, whatever the register holds.
import { compareMoney, type Money, sumMoney } from '#kernel';
import type { FilingDraft, PartyRef } from '../filing';
import { withoutLegalForm } from '../name/legal-forms';
import { nameTokens } from '../name/name-tokens';
import { type Warning, warning } from './warnings';

/** A term that ends sooner than most debts are paid and sued for: advice, and no rule. */
const SHORT_TERM_MONTHS = 6;
/** Registered by the market regulator (9) as an enterprise (1): its name has a legal form. GB 32100-2015. */
const ENTERPRISE = /^91/;
/** Points to a list that the register does not have, so that nobody who searches can see it. */
const ELSEWHERE = /附件|附表|附后|另附|见清单|attached|annex|appendix|schedule/iu;

export function contentWarnings(draft: FilingDraft): Warning[] {
  const { grantors, collateral, termMonths } = draft;
  return [
    ...grantors.flatMap((grantor, index) =>
      lacksLegalForm(grantor) ? [warning(`/grantors/${index}/legalName`, 'legal_form_missing')] : [],
    ),
    ...collateral.flatMap(({ description, assetKey, invoiceNumber }, index) =>
      ELSEWHERE.test(description) && assetKey === null && invoiceNumber === null
        ? [warning(`/collateral/${index}/description`, 'described_elsewhere')]
        : [],
    ),
    ...(exceedsMaximum(draft) ? [warning('/maximumAmount', 'amounts_above_maximum')] : []),
    ...(termMonths < SHORT_TERM_MONTHS ? [warning('/termMonths', 'term_short')] : []),
  ];
}

const lacksLegalForm = ({ legalName, identifierScheme, identifier }: PartyRef): boolean =>
  identifierScheme === 'USCC' &&
  ENTERPRISE.test(identifier ?? '') &&
  withoutLegalForm(nameTokens(legalName)).form === '';

/** Amounts in another currency say nothing about it. */
function exceedsMaximum({ collateral, maximumAmount }: FilingDraft): boolean {
  if (!maximumAmount) return false;
  const { currency } = maximumAmount;
  const amounts = collateral.flatMap(({ amount }): Money[] =>
    amount?.currency === currency ? [amount] : [],
  );
  return compareMoney(sumMoney(amounts, currency), maximumAmount) > 0;
}
