// Searches the register for a natural person by the number of the identity document. The number is neither kept nor
// shown: the certificate says its mask, and whoever looked, and why, is kept where the person can read it.
import { Injectable } from '@nestjs/common';
import { newId, shardOf } from '#kernel';
import { type Command, Once } from '#platform';
import { PersonStore } from '../../data/person/person.store';
import { errors } from '../../domain/errors';
import { fault } from '../../domain/faults';
import { personReason, shownPerson } from '../../domain/person/person-number';
import { MakeSearch, type SearchCertificate } from '../search/make-search';
import { PersonMarks } from './person-marks';

export interface PersonAsked {
  readonly number: string;
  /** Why it is looked for: kept beside who looked. */
  readonly purpose: string;
  readonly includeEnded: boolean;
  readonly includeArchived: boolean;
  readonly reference: string | null;
}

/** In place of the mark where the register knows nobody of that number: no filing has it. */
const NOBODY = 'NONE';

@Injectable()
export class SearchPerson {
  constructor(
    private readonly once: Once,
    private readonly marks: PersonMarks,
    private readonly searching: MakeSearch,
    private readonly store: PersonStore,
  ) {}

  /** @throws registry.search_invalid (400, with a pointer) */
  async execute(command: Command, { number, purpose, ...asked }: PersonAsked): Promise<SearchCertificate> {
    if (personReason(number) !== null)
      throw errors.search_invalid({}, [fault('/number', 'person_number_short')]);
    if (asked.includeArchived && !asked.includeEnded)
      throw errors.search_invalid({}, [fault('/includeArchived', 'archive_of_ended')]);
    return this.once.run(command, async (tx) => {
      const mark = await this.marks.find(tx, number);
      const masked = shownPerson(number, mark ?? NOBODY);
      const certificate = await this.searching.forPerson(tx, command, { masked, ...asked });
      const { userId: byUser, organisationId: byOrganisation } = command.actor;
      await this.store.addAccess(tx, {
        ...{ id: newId<'person_access'>(shardOf(certificate.id)), searchId: certificate.id, mark },
        ...{ masked, purpose, at: certificate.searchedAt, byUser, byOrganisation },
      });
      return certificate;
    });
  }
}
