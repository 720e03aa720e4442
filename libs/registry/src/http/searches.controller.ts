// Searches of the register, and the certificates they leave.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  PageQuery,
  Requires,
} from '#platform';
import type { SearchSummary } from '../domain/search';
import { MakeSearch, type SearchCertificate } from '../use-cases/search/make-search';
import { SearchQueries } from '../use-cases/search/searches.queries';
import { SearchBody, SearchCertificateView, SearchPage, termsOf } from './searches.dto';

@ApiTags('registry')
@Controller('searches')
export class SearchesController {
  constructor(
    private readonly makeSearch: MakeSearch,
    private readonly queries: SearchQueries,
  ) {}

  @Post()
  @Requires('search.create')
  @ApiCreatedResponse({ type: SearchCertificateView })
  create(@CurrentCommand() command: Command, @Body() body: SearchBody): Promise<SearchCertificate> {
    return this.makeSearch.execute(command, termsOf(body));
  }

  @Get()
  @Requires('search.read')
  @ApiOkResponse({ type: SearchPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<SearchSummary>> {
    return pageOf(await this.queries.page(actor.scope, filter), filter);
  }

  @Get(':id')
  @Requires('search.read')
  @ApiOkResponse({ type: SearchCertificateView })
  certificate(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SearchCertificate> {
    return this.queries.certificate(actor.scope, id);
  }
}
