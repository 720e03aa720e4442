// A filing as the rows of its three tables, for one statement that writes many; and the lines that an amendment adds.
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
  ...grantors.map((party, index) => partyRow({ ...asFiled(id), role: 'grantor', no: index + 1 }, party)),
  ...securedParties.map((party, index) =>
    partyRow({ ...asFiled(id), role: 'secured', no: index + 1 }, party),
  ),
];

/** Which line it is, and with which version of its filing it came. */
export interface LinePlace {
  readonly filingId: string;
  readonly no: number;
  readonly version: number;
  /** Null: with the filing. */
  readonly addedAt: string | null;
}
const asFiled = (filingId: string) => ({ filingId, version: 1, addedAt: null });

export function partyRow(place: LinePlace & { readonly role: 'grantor' | 'secured' }, party: PartyRef) {
  return {
    filing_id: place.filingId,
    role: place.role,
    ordinal: place.no,
    version: place.version,
    added_at: place.addedAt,
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
  collateral.map((item, index) => collateralRow({ ...asFiled(id), no: index + 1, since: null }, item));

/** @param place `since`: from when the line counts, null from the filing on */
export function collateralRow(place: LinePlace & { readonly since: string | null }, item: CollateralItem) {
  const { amount, payable, invoiceNumber, debtorName } = item;
  return {
    filing_id: place.filingId,
    ordinal: place.no,
    version: place.version,
    added_at: place.addedAt,
    since: place.since,
    kind: item.kind ?? null,
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
