// What `db verify` asks of the index of names: is every name that filings say found by every key that the rules give it,
// and does no key lead astray? A name that lost its keys is still in the register, and nobody who mistypes it finds it.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import {
  type IndexedKey,
  type IndexedName,
  KEYS,
  NAMES,
  NameVerifyStore,
} from '../../data/names/name-verify.store';
import { hanTables } from '../../data/rows/han-tables';
import type { Finding } from '../../data/verify.store';
import { nameKeys } from '../../domain/name/name-keys';
import { type NameProfile, nameProfile } from '../../domain/name/name-profile';

const NAMES_AT_A_TIME = 2_000;
const KEYS_AT_A_TIME = 10_000;
const MOST_FINDINGS = 1_000;

@Injectable()
export class VerifyNames {
  constructor(private readonly store: NameVerifyStore) {}

  /** Of each kind the first thousand at most. */
  async verify(on: Reads): Promise<Finding[]> {
    const found = await this.store.findings(on);
    const lost: Finding[] = [];
    let there = 0;
    for await (const names of this.pages(on)) {
      const profiles = new Map(names.map((name) => [name.id, nameProfile(name.legalName, hanTables)]));
      const wanted = [...profiles].flatMap(([id, profile]) => keysOf(id, profile));
      const missing = await this.store.missing(on, wanted);
      there += wanted.length - missing.length;
      if (lost.length >= MOST_FINDINGS) continue;
      lost.push(...names.flatMap((name) => derivedOtherwise(name, profiles.get(name.id))));
      lost.push(
        ...missing.map(({ key, nameId }) =>
          lostKey(
            key,
            names.find(({ id }) => id === nameId),
          ),
        ),
      );
    }
    const astray = (await this.store.keyCount(on)) === there ? [] : await this.astray(on);
    return [...found, ...lost.slice(0, MOST_FINDINGS), ...astray.slice(0, MOST_FINDINGS)];
  }

  private async *pages(on: Reads): AsyncGenerator<IndexedName[]> {
    for (let last: string | null = null; ;) {
      const names: IndexedName[] = await this.store.names(on, last, NAMES_AT_A_TIME);
      const end = names.at(-1);
      if (!end) return;
      yield names;
      last = end.id;
    }
  }

  /** Only where the count says that there are keys too many: every key is asked for its name. */
  private async astray(on: Reads): Promise<Finding[]> {
    const found: Finding[] = [];
    for (let last: IndexedKey | null = null; found.length < MOST_FINDINGS;) {
      const keys = await this.store.keys(on, last, KEYS_AT_A_TIME);
      const end = keys.at(-1);
      if (!end) break;
      for (const { key, nameId, legalName } of keys) {
        const own = legalName !== null && keysOf(nameId, nameProfile(legalName, hanTables));
        if (own === false || !own.some((one) => one.key === key))
          found.push({
            book: KEYS,
            subject: `${key} of ${legalName ?? nameId}`,
            problem:
              own === false ? 'it leads to a name that is not there' : 'the name does not have this key',
          });
      }
      last = end;
    }
    return found;
  }
}

const keysOf = (nameId: string, profile: NameProfile): IndexedKey[] =>
  nameKeys(profile).map(({ key, sketch }) => ({ key, nameId, sketch }));

function derivedOtherwise(name: IndexedName, profile: NameProfile | undefined): Finding[] {
  const same = profile?.key === name.nameKey && JSON.stringify(profile.cores) === JSON.stringify(name.cores);
  const problem = 'its key or its cores are not what the rules make of the name';
  return same ? [] : [{ book: NAMES, subject: name.nameKey, problem }];
}

const lostKey = (key: number, name: IndexedName | undefined): Finding => ({
  book: KEYS,
  subject: `${key} of ${name?.nameKey ?? ''}`,
  problem: 'the name is not found by this key, or its sketch is another',
});
