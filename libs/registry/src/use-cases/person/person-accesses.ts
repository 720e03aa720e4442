// Who looked for natural persons: the operator reads all, and whoever is a person of the register with an account here
// reads who looked for them.
import { Injectable } from '@nestjs/common';
import { type Actor, Db, keyset, type PageQuery } from '#platform';
import { type PersonAccess, PersonStore } from '../../data/person/person.store';

export type AccessAnswer = Omit<PersonAccess, 'mark' | 'searchId'>;

@Injectable()
export class PersonAccesses {
  constructor(
    private readonly db: Db,
    private readonly store: PersonStore,
  ) {}

  /** One row more than the page holds. */
  async page({ scope }: Actor, filter: PageQuery): Promise<AccessAnswer[]> {
    const { before, take } = keyset(filter);
    const rows = await this.store.accesses(this.db.reads, scope, before, take);
    return rows.map(({ mark: _, searchId: __, ...shown }) => shown);
  }
}
