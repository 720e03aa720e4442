// What searches for natural persons take.
import { FlagField, TextField } from '#platform';

const blank = { optional: true, nullable: true };

export class PersonSearchBody {
  @TextField(64, 'Number of the identity document; neither kept nor shown') number!: string;
  @TextField(200, 'Why: the person searched for can read it') purpose!: string;
  @FlagField('Also registrations that have ended', { optional: true }) includeEnded?: boolean;
  @FlagField('With includeEnded: also those that only the archive has', { optional: true })
  includeArchived?: boolean;
  @TextField(100, 'Your own reference, to find the search again', blank) reference?: string | null;
}
