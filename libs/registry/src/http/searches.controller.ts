// Searches of the register, and the certificates they leave.
import { Body, Controller, Get, Header, Post, Query, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  Requires,
} from '#platform';
import type { SearchSummary } from '../domain/search';
import { MakeSearch, type SearchCertificate } from '../use-cases/search/make-search';
import { SearchBrake } from './search-brake';
import { SearchQueries } from '../use-cases/search/searches.queries';
import {
  RecordedSearchBody,
  SearchCertificateView,
  SearchesQuery,
  SearchPage,
  termsOf,
} from './searches.dto';

@ApiTags('registry')
@Controller('searches')
export class SearchesController {
  constructor(
    private readonly makeSearch: MakeSearch,
    private readonly queries: SearchQueries,
  ) {}

  @Post()
  @Requires('search.create')
  @UseGuards(SearchBrake)
  @ApiCreatedResponse({ type: SearchCertificateView })
  create(@CurrentCommand() command: Command, @Body() body: RecordedSearchBody): Promise<SearchCertificate> {
    return this.makeSearch.execute(command, termsOf(body), body.reference ?? null);
  }

  @Get()
  @Requires('search.read')
  @ApiOkResponse({ type: SearchPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: SearchesQuery): Promise<Page<SearchSummary>> {
    return pageOf(await this.queries.page(actor.scope, filter), filter);
  }

  /** The whole history as a table. */
  @Get('export.csv')
  @Requires('search.read')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="searches.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  table(@CurrentActor() actor: Actor): Promise<string> {
    return this.queries.table(actor.scope);
  }

  @Get(':id')
  @Requires('search.read')
  @ApiOkResponse({ type: SearchCertificateView })
  certificate(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SearchCertificate> {
    return this.queries.certificate(actor.scope, id);
  }
}
