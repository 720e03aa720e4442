// Who searched the register for a natural person.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, PageQuery, Requires } from '#platform';
import { type NamedAccess, NamedAccesses } from '../../use-cases/persons/named-accesses';
import { PersonAccessPage } from './person-accesses.dto';

@ApiTags('registry')
@Controller('person-accesses')
export class PersonAccessesController {
  constructor(private readonly accesses: NamedAccesses) {}

  @Get()
  @Requires('person.access')
  @ApiOkResponse({ type: PersonAccessPage })
  list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<NamedAccess>> {
    return this.accesses.page(actor, filter);
  }
}
