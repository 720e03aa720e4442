// An organisation has another legal name: every registration that still names it by an old one is to be amended, and whoever
// filed it is told so. What bears the new name already is left alone.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { Db } from '#platform';
import { DutyStore } from '../../data/deadlines/duty.store';
import { nameKey } from '../../domain/party-key';
import { DutyBook } from './duty-book';

export interface Renamed {
  readonly organisationId: string;
  readonly legalName: string;
  readonly changedOn: LocalDate;
}

const BATCH = 500;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class NoteRename {
  constructor(
    private readonly db: Db,
    private readonly store: DutyStore,
    private readonly book: DutyBook,
  ) {}

  /** Told twice, it notes nothing twice. */
  async execute({ organisationId, legalName, changedOn }: Renamed): Promise<void> {
    const named = { organisationId, changedOn, nameKey: nameKey(legalName) };
    let after = FIRST_ID;
    for (let taken = BATCH; taken === BATCH;)
      taken = await this.db.run(async (tx) => {
        const old = await this.store.underOldNames(tx, this.book.stamps.now(), named, { after, most: BATCH });
        await this.book.note(
          tx,
          { userId: null, organisationId: null },
          old.map(({ filingId, legalName: formerName, parties }) => ({
            ...{ ground: 'grantor_renamed', occurredOn: changedOn, formerName, newName: legalName },
            ...{ filingId, parties },
          })),
        );
        after = old.at(-1)?.filingId ?? after;
        return old.length;
      });
  }
}
