// Names of grantors as the rows of their two tables, for one statement that writes many.
import { newId, shardFor } from '#kernel';
import type { HanTables } from '../../domain/name/han-tables';
import { nameKeys } from '../../domain/name/name-keys';
import { nameProfile } from '../../domain/name/name-profile';

interface NameRow {
  readonly id: string;
  readonly name_key: string;
  readonly legal_name: string;
  readonly cores: readonly string[];
}
interface NameKeyRow {
  readonly key: number;
  readonly name_id: string;
  readonly sketch: string | null;
}

/** Names that differ by blanks or case only are one; in the order of their keys. */
export function nameRows(
  legalNames: readonly string[],
  han: HanTables,
): { rows: NameRow[]; keys: NameKeyRow[] } {
  const profiles = new Map(
    legalNames.map((legalName) => {
      const profile = nameProfile(legalName, han);
      return [profile.key, { legalName, profile }] as const;
    }),
  );
  const named = [...profiles.values()]
    .sort((a, b) => (a.profile.key < b.profile.key ? -1 : 1))
    .map((one) => ({ ...one, id: newId<'grantor_name'>(shardFor(one.profile.key)) }));
  return {
    rows: named.map(({ id, legalName, profile: { key, cores } }) => ({
      id,
      name_key: key,
      legal_name: legalName,
      cores,
    })),
    keys: named.flatMap(({ id, profile }) =>
      nameKeys(profile).map(({ key, sketch }) => ({ key, name_id: id, sketch })),
    ),
  };
}
