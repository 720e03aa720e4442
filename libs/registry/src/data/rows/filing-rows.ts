// A filing as the rows of its three tables, for one statement that writes many.
import type { CollateralItem, Filing, PartyRef } from '../../domain/filing';
import { codeKey, nameKey, partyKey } from '../../domain/party-key';

export function filingRow(filing: Filing) {
  return {
    id: filing.id,
    number: filing.number,
    category: filing.category,
    origin: filing.origin,
    deal_id: filing.dealId,
    term_months: filing.termMonths,
    maximum_amount: filing.maximumAmount?.amount ?? null,
    currency: filing.maximumAmount?.currency ?? null,
    filed_at: filing.filedAt,
    expires_on: filing.expiresOn,
    expires_at: filing.expiresAt,
    standing: filing.standing,
    filed_by_user: filing.filedBy.userId,
    filed_by_organisation: filing.filedBy.organisationId,
  };
}

export const partyRows = ({ id, grantors, securedParties }: Filing) => [
  ...grantors.map((party, index) => partyRow(id, 'grantor', index, party)),
  ...securedParties.map((party, index) => partyRow(id, 'secured', index, party)),
];

function partyRow(filingId: string, role: 'grantor' | 'secured', index: number, party: PartyRef) {
  return {
    filing_id: filingId,
    role,
    ordinal: index + 1,
    organisation_id: party.organisationId,
    legal_name: party.legalName,
    name_key: nameKey(party.legalName),
    identifier_scheme: party.identifierScheme,
    identifier: party.identifier,
    identifier_key: party.identifier === null ? null : codeKey(party.identifier),
    party_key: partyKey(party),
  };
}

export const collateralRows = ({ id, collateral }: Filing) =>
  collateral.map((item, index) => collateralRow(id, index, item));

function collateralRow(filingId: string, index: number, item: CollateralItem) {
  const { amount, payable, invoiceNumber, debtorName } = item;
  return {
    filing_id: filingId,
    ordinal: index + 1,
    asset_key: item.assetKey,
    description: item.description,
    amount: amount?.amount ?? null,
    payable_amount: payable?.amount ?? null,
    currency: amount?.currency ?? payable?.currency ?? null,
    invoice_number: invoiceNumber,
    invoice_number_key: invoiceNumber === null ? null : codeKey(invoiceNumber),
    debtor_name: debtorName,
    debtor_name_key: debtorName === null ? null : nameKey(debtorName),
  };
}
