// Natural persons by marks: the register keeps a keyed hash of a number, under the newest of several keys, and finds it under
// all of them. A person who is found under an old key keeps the mark and is known under the new one from then on.
import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { FingerprintKey, fingerprintOf, type FingerprintVersion, type Reads, type Tx } from '#platform';
import { type MarkRow, PersonStore } from '../../data/person/person.store';
import type { FilingDraft, PartyRef } from '../../domain/filing';
import { PERSON_SCHEME, personText, shownPerson } from '../../domain/person/person-number';
import { codeKey } from '../../domain/party-key';

type Parties = Pick<FilingDraft, 'grantors' | 'securedParties'>;
const MARK_BYTES = 6;

@Injectable()
export class PersonMarks {
  constructor(
    private readonly key: FingerprintKey,
    private readonly store: PersonStore,
  ) {}

  /** The mark of the person of this number; null when the register names nobody of it. */
  async find(on: Reads, number: string): Promise<string | null> {
    const prints = printsOf(number, await this.key.versions());
    const known = await this.store.marks(on, prints);
    return prints.flatMap((print) => known.get(print) ?? [])[0] ?? null;
  }

  /** How many persons an older key alone finds. */
  withoutVersion(on: Reads, keyVersion: number): Promise<number> {
    return this.store.withoutVersion(on, keyVersion);
  }

  /** The drafts with masks in place of the numbers; who is new gets a mark. */
  async masked<D extends Parties>(tx: Tx, drafts: readonly D[]): Promise<D[]> {
    const numbers = drafts.flatMap(({ grantors, securedParties }) =>
      [...grantors, ...securedParties].flatMap((party) => (isPerson(party) ? codeKey(party.identifier) : [])),
    );
    if (numbers.length === 0) return [...drafts];
    const marks = await this.marksOf(tx, [...new Set(numbers)]);
    const hide = (party: PartyRef): PartyRef => {
      if (!isPerson(party)) return party;
      const mark = marks.get(codeKey(party.identifier));
      invariant(mark, 'every number has a mark by now');
      return { ...party, identifier: shownPerson(party.identifier, mark) };
    };
    return drafts.map((draft) => ({
      ...draft,
      grantors: draft.grantors.map(hide),
      securedParties: draft.securedParties.map(hide),
    }));
  }

  private async marksOf(tx: Tx, numbers: readonly string[]): Promise<Map<string, string>> {
    const versions = await this.key.versions();
    const [newest] = versions;
    invariant(newest, 'there is at least one key');
    const prints = new Map(numbers.map((number) => [number, printsOf(number, versions)]));
    const known = await this.store.marks(tx, [...prints.values()].flat());
    const rows = [...prints.values()].map((own): MarkRow => ({
      fingerprint: own[0] ?? '',
      keyVersion: newest.version,
      mark:
        own.flatMap((print) => known.get(print) ?? [])[0] ??
        randomBytes(MARK_BYTES).toString('hex').toUpperCase(),
    }));
    const stored = await this.store.addMarks(
      tx,
      rows.filter(({ fingerprint }) => !known.has(fingerprint)),
    );
    return new Map(
      [...prints].map(([number, [first = '']]) => [number, stored.get(first) ?? known.get(first) ?? '']),
    );
  }
}

/** The newest key first. */
const printsOf = (number: string, versions: readonly FingerprintVersion[]): string[] =>
  versions.map((version) => fingerprintOf(personText(number), version));

const isPerson = (party: PartyRef): party is PartyRef & { identifier: string } =>
  party.identifierScheme === PERSON_SCHEME && party.identifier !== null;
