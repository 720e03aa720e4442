// Searches for natural persons by their number.
import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { type Command, CurrentCommand, Requires } from '#platform';
import { SearchPerson } from '../../use-cases/person/search-person';
import type { SearchCertificate } from '../../use-cases/search/make-search';
import { SearchCertificateView } from '../searches.dto';
import { PersonSearchBody } from './persons.dto';

@ApiTags('registry')
@Controller('person-searches')
export class PersonsController {
  constructor(private readonly searching: SearchPerson) {}

  /** A search like any other, but that the number stays with whoever asks. */
  @Post()
  @Requires('search.create')
  @ApiCreatedResponse({ type: SearchCertificateView })
  search(
    @CurrentCommand() command: Command,
    @Body() { reference = null, includeEnded = false, includeArchived = false, ...asked }: PersonSearchBody,
  ): Promise<SearchCertificate> {
    return this.searching.execute(command, { ...asked, includeEnded, includeArchived, reference });
  }
}
