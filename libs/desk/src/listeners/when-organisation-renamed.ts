// An organisation that changed its name is still found by its old one in the register: parties and registry stand beside each
// other, so it is told from here.
import { Injectable } from '@nestjs/common';
import { deedFollowed, followDeeds } from '#audit';
import { localDate } from '#kernel';
import { On, type Payload } from '#platform';
import { NoteRename } from '#registry';

const RENAMED = 'parties.organisation_renamed';

followDeeds(({ action }) => action === RENAMED);

@Injectable()
export class WhenOrganisationRenamed {
  constructor(private readonly noteRename: NoteRename) {}

  @On(deedFollowed)
  async handle({ action, subjectId, details }: Payload<typeof deedFollowed.fields>): Promise<void> {
    if (action !== RENAMED) return;
    const { legalName, changedOn } = JSON.parse(details) as { legalName: string; changedOn: string };
    await this.noteRename.execute({
      ...{ organisationId: subjectId, legalName, changedOn: localDate(changedOn) },
    });
  }
}
