// What a filing must contain (PBoC Order 2021 No. 7; Civil Code Art. 440-445). Form only: nobody examines the
// substance of a filing, and whoever files answers for its truth.
import {
  type Bilingual,
  checkLei,
  checkUscc,
  compareMoney,
  type FieldError,
  isPositive,
  type Money,
} from '#kernel';
import { CATEGORIES } from './category';
import { fault, identifierFault, termFault } from './faults';
import type { CollateralItem, FilingDraft, ItemKind, PartyRef } from './filing';
import { codeKey, nameKey, partyKey, sameParty } from './party-key';

/** The figures in force on the day of filing. */
export interface FilingLimits {
  readonly termMinMonths: number;
  readonly termMaxMonths: number;
}

/** Letters or digits that a description needs at least, so that it may identify something (Civil Code Art. 440, 427). */
const MIN_DESCRIPTION_CHARACTERS = 4;
const ASSET_KEY_PATTERN = /^\S(.{0,298}\S)?$/u;

/** Everything that is wrong with the form of a draft; an empty list when it can be registered. */
export function draftFaults(draft: FilingDraft, limits: FilingLimits): FieldError[] {
  const { category, termMonths, maximumAmount } = draft;
  const { termMinMonths, termMaxMonths } = limits;
  const inTerm = Number.isInteger(termMonths) && termMonths >= termMinMonths && termMonths <= termMaxMonths;
  return [
    ...(CATEGORIES.includes(category) ? [] : [fault('/category', 'category_unknown')]),
    ...partiesFaults(draft),
    ...collateralFaults(draft),
    ...(inTerm ? [] : [termFault('/termMonths', termMinMonths, termMaxMonths)]),
    ...(maximumAmount && !isPositive(maximumAmount)
      ? [fault('/maximumAmount/amount', 'amount_not_positive')]
      : []),
  ];
}

function partiesFaults({ grantors, securedParties }: FilingDraft): FieldError[] {
  const sides = [
    { at: '/grantors', parties: grantors },
    { at: '/securedParties', parties: securedParties },
  ];
  const single = sides.flatMap(({ at, parties }) => [
    ...(parties.length === 0 ? [fault(at, 'party_missing')] : []),
    ...parties.flatMap((party, index) => partyFaults(party, `${at}/${index}`)),
    ...parties.flatMap((party, index) =>
      parties.slice(0, index).some((other) => oneParty(party, other))
        ? [fault(`${at}/${index}`, 'party_twice')]
        : [],
    ),
  ]);
  const both = securedParties.flatMap((party, index) =>
    grantors.some((grantor) => sameParty(party, grantor))
      ? [fault(`/securedParties/${index}`, 'party_on_both_sides')]
      : [],
  );
  return [...single, ...both];
}

/** Certainly one, and not perhaps a namesake: two people may share a name. */
const oneParty = (a: PartyRef, b: PartyRef): boolean =>
  partyKey(a) === partyKey(b) || (a.organisationId !== null && a.organisationId === b.organisationId);

function partyFaults({ legalName, identifierScheme, identifier }: PartyRef, at: string): FieldError[] {
  const unnamed = nameKey(legalName) === '' ? [fault(`${at}/legalName`, 'name_missing')] : [];
  if (identifierScheme === null && identifier === null) return unnamed;
  if (identifierScheme === null || identifier === null || codeKey(identifier) === '')
    return [...unnamed, fault(`${at}/identifier`, 'identifier_incomplete')];
  const reason = identifierReason(identifierScheme, identifier);
  return reason ? [...unnamed, identifierFault(`${at}/identifier`, reason)] : unnamed;
}

/** GB 32100-2015 and ISO 17442 carry check characters; for other schemes nothing can be said. */
function identifierReason(scheme: string, identifier: string): Bilingual | null {
  if (scheme === 'USCC') return checkUscc(identifier).reason;
  return scheme === 'LEI' ? checkLei(identifier).reason : null;
}

function collateralFaults({ collateral, origin }: FilingDraft): FieldError[] {
  if (collateral.length === 0) return [fault('/collateral', 'collateral_missing')];
  return collateral.flatMap((item, index) => {
    const at = `/collateral/${index}`;
    const incomplete =
      origin === 'deal' && (item.assetKey === null || item.amount === null || item.payable === null);
    return [
      ...descriptionFaults(item, at),
      ...amountFaults(item, at),
      ...(isWhole(item) ? [] : [fault(at, 'item_incomplete')]),
      ...(incomplete ? [fault(at, 'claim_incomplete')] : []),
    ];
  });
}

/** What each kind is known by, so that a search for the asset finds it. */
const KNOWN_BY: Readonly<Record<ItemKind, keyof CollateralItem | null>> = {
  receivable: 'debtorName',
  invoice: 'invoiceNumber',
  goods: null,
  receipt: 'assetKey',
};

function isWhole(item: CollateralItem): boolean {
  const needed = item.kind ? KNOWN_BY[item.kind] : null;
  return needed === null || item[needed] !== null;
}

function descriptionFaults(
  { description, assetKey, invoiceNumber }: CollateralItem,
  at: string,
): FieldError[] {
  const said = description.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
  return [
    ...(said < MIN_DESCRIPTION_CHARACTERS ? [fault(`${at}/description`, 'description_vague')] : []),
    ...(assetKey !== null && !ASSET_KEY_PATTERN.test(assetKey)
      ? [fault(`${at}/assetKey`, 'asset_key_malformed')]
      : []),
    ...(invoiceNumber !== null && codeKey(invoiceNumber) === ''
      ? [fault(`${at}/invoiceNumber`, 'invoice_number_malformed')]
      : []),
  ];
}

function amountFaults({ amount, payable }: CollateralItem, at: string): FieldError[] {
  const positive = (money: Money | null, name: string) =>
    money && !isPositive(money) ? [fault(`${at}/${name}/amount`, 'amount_not_positive')] : [];
  const single = [...positive(amount, 'amount'), ...positive(payable, 'payable')];
  if (!amount || !payable) return single;
  if (amount.currency !== payable.currency)
    return [...single, fault(`${at}/payable/currency`, 'currency_differs')];
  return compareMoney(amount, payable) > 0
    ? [...single, fault(`${at}/amount`, 'amount_above_payable')]
    : single;
}
