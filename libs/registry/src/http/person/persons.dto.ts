// What searches for natural persons take, and who looked for whom.
import { FlagField, IdField, InstantField, PageOf, TextField } from '#platform';
import type { AccessAnswer } from '../../use-cases/person/person-accesses';

const blank = { optional: true, nullable: true };

export class PersonSearchBody {
  @TextField(64, 'Number of the identity document; neither kept nor shown') number!: string;
  @TextField(200, 'Why: the person searched for can read it') purpose!: string;
  @FlagField('Also registrations that have ended', { optional: true }) includeEnded?: boolean;
  @FlagField('With includeEnded: also those that only the archive has', { optional: true })
  includeArchived?: boolean;
  @TextField(100, 'Your own reference, to find the search again', blank) reference?: string | null;
}
export class PersonAccessView implements AccessAnswer {
  @IdField('Id of the entry') id!: string;
  @TextField(80, 'The number, masked') masked!: string;
  @TextField(200, 'Why it was looked for') purpose!: string;
  @InstantField('When') at!: string;
  @IdField('Who looked') byUser!: string;
  @IdField('For which organisation') byOrganisation!: string;
}
export class PersonAccessPage extends PageOf(PersonAccessView) {}
