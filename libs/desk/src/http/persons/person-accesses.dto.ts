// What is told of a search for a natural person.
import { IdField, InstantField, PageOf, TextField } from '#platform';
import type { NamedAccess } from '../../use-cases/persons/named-accesses';

export class PersonAccessView implements NamedAccess {
  @IdField('Id of the entry') id!: string;
  @TextField(80, 'The number, masked') masked!: string;
  @TextField(200, 'Why it was looked for') purpose!: string;
  @InstantField('When') at!: string;
  @IdField('Who looked') byUser!: string;
  @IdField('For which organisation') byOrganisation!: string;
  @TextField(200, 'Legal name of that organisation') organisationName!: string;
}
export class PersonAccessPage extends PageOf(PersonAccessView) {}
