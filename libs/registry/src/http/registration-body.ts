// Turns a validated body into a draft: absent fields become null, amounts become Money or a fault at their place.
import { DomainError, type FieldError, money, type Money } from '#kernel';
import { MoneyBody } from '#platform';
import { valueFault } from '../domain/faults';
import { errors } from '../domain/errors';
import type { FilingDraft, PartyRef } from '../domain/filing';
import type { AskedContent } from '../domain/history/amendment';
import { AmendmentBody } from './life/registration-life.dto';
import { DraftBody, PartyBody } from './registrations.dto';

type Content = Omit<FilingDraft, 'origin' | 'dealId' | 'filedBy'>;

const partyOf = (body: PartyBody): PartyRef => ({
  organisationId: body.organisationId ?? null,
  legalName: body.legalName.trim(),
  identifierScheme: body.identifierScheme ?? null,
  identifier: body.identifier ?? null,
});

/** @throws registry.filing_invalid (422) when an amount has more decimals than its currency */
export function contentOf(body: DraftBody): Content {
  const { category, termMonths } = body;
  return { category, termMonths, ...sidesOf(body) };
}

/** As `contentOf`; lines keep the numbers that they are given. */
export function amendmentOf(body: AmendmentBody): AskedContent {
  const { grantors, securedParties, collateral, maximumAmount } = sidesOf(body);
  const numbered = <T>(values: readonly T[], lines: readonly { readonly no?: number | null }[]) =>
    values.map((value, index) => ({ no: lines[index]?.no ?? null, value }));
  return {
    grantors: numbered(grantors, body.grantors),
    securedParties: numbered(securedParties, body.securedParties),
    collateral: numbered(collateral, body.collateral),
    maximumAmount,
  };
}

type Sides = Pick<DraftBody, 'grantors' | 'securedParties' | 'collateral' | 'maximumAmount'>;

function sidesOf(body: Sides): Omit<Content, 'category' | 'termMonths'> {
  const faults: FieldError[] = [];
  const amountAt = (given: MoneyBody | null | undefined, pointer: string): Money | null => {
    if (!given) return null;
    try {
      return money(given.amount, given.currency);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      faults.push(valueFault(`${pointer}/amount`, error.code, error.text, error.fix));
      return null;
    }
  };
  const content = {
    grantors: body.grantors.map(partyOf),
    securedParties: body.securedParties.map(partyOf),
    collateral: body.collateral.map((item, index) => ({
      ...(item.kind ? { kind: item.kind } : {}),
      assetKey: item.assetKey ?? null,
      description: item.description.trim(),
      amount: amountAt(item.amount, `/collateral/${index}/amount`),
      payable: amountAt(item.payable, `/collateral/${index}/payable`),
      invoiceNumber: item.invoiceNumber ?? null,
      debtorName: item.debtorName ?? null,
    })),
    maximumAmount: amountAt(body.maximumAmount, '/maximumAmount'),
  };
  if (faults.length > 0) throw errors.filing_invalid({}, faults);
  return content;
}
