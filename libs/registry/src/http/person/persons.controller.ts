// Searches for natural persons by their number, and the log of who made them.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  type Page,
  pageOf,
  PageQuery,
  Requires,
} from '#platform';
import { type AccessAnswer, PersonAccesses } from '../../use-cases/person/person-accesses';
import { SearchPerson } from '../../use-cases/person/search-person';
import type { SearchCertificate } from '../../use-cases/search/make-search';
import { SearchCertificateView } from '../searches.dto';
import { PersonAccessPage, PersonSearchBody } from './persons.dto';

@ApiTags('registry')
@Controller()
export class PersonsController {
  constructor(
    private readonly searching: SearchPerson,
    private readonly accesses: PersonAccesses,
  ) {}

  /** A search like any other, but that the number stays with whoever asks. */
  @Post('person-searches')
  @Requires('search.create')
  @ApiCreatedResponse({ type: SearchCertificateView })
  search(
    @CurrentCommand() command: Command,
    @Body() { reference = null, includeEnded = false, includeArchived = false, ...asked }: PersonSearchBody,
  ): Promise<SearchCertificate> {
    return this.searching.execute(command, { ...asked, includeEnded, includeArchived, reference });
  }

  @Get('person-accesses')
  @Requires('person.access')
  @ApiOkResponse({ type: PersonAccessPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<AccessAnswer>> {
    return pageOf(await this.accesses.page(actor, filter), filter);
  }
}
