// What deserves a second look before a draft is filed. A filing by a user is never refused for its substance, so all
// but faults of form are warnings; nobody examines afterwards, and a name that is wrong may make a filing worthless.
import type { Filing, FilingDraft, PartyRef } from '../filing';
import { codeKey, nameKey, othersThan } from '../party-key';
import { contentWarnings } from './content-rules';
import type { Trial } from './strangers';
import { type KnownName, type OneSlip, oneSlipFrom } from './typo';
import { type Warning, warning } from './warnings';

/** What of a filing is compared. */
export type FilingSeen = Pick<Filing, 'number' | 'filedAt' | 'grantors' | 'securedParties'>;
/** What the register shows about one grantor of the draft. */
export interface GrantorSeen {
  readonly trials: readonly Trial[];
  /** Live and ended filings under the same identifier. */
  readonly sameIdentifier: readonly FilingSeen[];
  /** Under exactly the same name. */
  readonly sameName: readonly FilingSeen[];
  /** Somebody filed under it, be it the filing that is amended. */
  readonly isNameFiled: boolean;
  /** Names like it that are not it. */
  readonly similarNames: readonly KnownName[];
}
/** What it shows about one item of collateral: live filings on it, the first filed first. */
export type AssetSeen = readonly FilingSeen[];

export interface Seen {
  /** In the order of the draft's grantors and collateral. */
  readonly grantors: readonly GrantorSeen[];
  readonly assets: readonly AssetSeen[];
}

export function lintWarnings(draft: FilingDraft, seen: Seen): Warning[] {
  return [
    ...contentWarnings(draft),
    ...draft.grantors.flatMap((grantor, index) => {
      const about = seen.grantors[index];
      return about ? grantorWarnings(grantor, about, `/grantors/${index}`) : [];
    }),
    ...draft.collateral.flatMap((_, index) => assetWarnings(draft, index, seen.assets[index] ?? [])),
    ...(draft.maximumAmount === null && draft.collateral.every(({ amount }) => amount === null)
      ? [warning('/maximumAmount', 'amount_missing')]
      : []),
  ];
}

function grantorWarnings(grantor: PartyRef, about: GrantorSeen, at: string): Warning[] {
  const otherName = about.sameIdentifier.filter(
    (filing) => !filing.grantors.some((one) => nameKey(one.legalName) === nameKey(grantor.legalName)),
  );
  const otherCode = about.sameName.filter((filing) =>
    filing.grantors.some((one) => contradicts(one, grantor)),
  );
  const known = about.isNameFiled || about.sameIdentifier.length > 0;
  const slips = about.isNameFiled ? [] : oneSlipFrom(grantor.legalName, about.similarNames);
  const lost = about.trials.some(({ found }) => !found);
  return [
    ...(grantor.identifier === null ? [warning(`${at}/identifier`, 'identifier_missing')] : []),
    ...(otherName.length > 0 ? [warning(`${at}/legalName`, 'name_differs', numbersOf(otherName))] : []),
    ...(otherCode.length > 0
      ? [warning(`${at}/identifier`, 'identifier_differs', numbersOf(otherCode))]
      : []),
    ...(slips.length > 0 ? [slipWarning(`${at}/legalName`, grantor.legalName, slips)] : []),
    ...(!known && slips.length === 0 && about.similarNames.length > 0
      ? [warning(`${at}/legalName`, 'name_like_another')]
      : []),
    ...(lost ? [warning(`${at}/legalName`, 'not_found_by_strangers')] : []),
  ];
}

const slipWarning = (pointer: string, given: string, slips: readonly OneSlip[]): Warning =>
  warning(
    pointer,
    'name_one_slip',
    slips.flatMap(({ numbers }) => numbers),
    { given, known: slips.map(({ legalName }) => `“${legalName}”`).join('、') },
  );

/** The same name with another identifier of the same kind. */
const contradicts = (filed: PartyRef, grantor: PartyRef): boolean =>
  nameKey(filed.legalName) === nameKey(grantor.legalName) &&
  filed.identifierScheme !== null &&
  filed.identifierScheme === grantor.identifierScheme &&
  codeKey(filed.identifier ?? '') !== codeKey(grantor.identifier ?? '');

function assetWarnings(
  { collateral, securedParties }: FilingDraft,
  index: number,
  filed: AssetSeen,
): Warning[] {
  const item = collateral[index];
  const at = `/collateral/${index}`;
  const rivals = filed.filter((one) => othersThan(one.securedParties, securedParties).length > 0);
  const own = filed.filter((one) => !rivals.includes(one));
  const searchable =
    item && (item.assetKey !== null || (item.invoiceNumber !== null && item.debtorName !== null));
  return [
    ...(searchable ? [] : [warning(at, 'asset_not_searchable')]),
    ...(rivals.length > 0 ? [warning(at, 'earlier_claim', numbersOf(rivals))] : []),
    ...(own.length > 0 ? [warning(at, 'duplicate_filing', numbersOf(own))] : []),
  ];
}

const numbersOf = (filings: readonly FilingSeen[]) => filings.map(({ number }) => number);
