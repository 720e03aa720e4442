// Kept searches: a name or an asset is watched, and whoever keeps the search is told of new filings that meet it.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
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
import { SaveSearch } from '../../use-cases/saved/save-search';
import {
  type SavedAnswer,
  SavedSearchQueries,
  type SavedWithMeetings,
} from '../../use-cases/saved/saved-searches.queries';
import {
  SavedSearchBody,
  SavedSearchPage,
  SavedSearchView,
  SavedSearchWithMeetingsView,
} from './saved-searches.dto';

@ApiTags('registry')
@Controller('saved-searches')
export class SavedSearchesController {
  constructor(
    private readonly saving: SaveSearch,
    private readonly queries: SavedSearchQueries,
  ) {}

  @Post()
  @Requires('search.create')
  @ApiCreatedResponse({ type: SavedSearchView })
  save(
    @CurrentCommand() command: Command,
    @Body() { watches, term, reference = null }: SavedSearchBody,
  ): Promise<SavedAnswer> {
    return this.saving.save(command, { watches, term, reference });
  }

  @Get()
  @Requires('search.read')
  @ApiOkResponse({ type: SavedSearchPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<SavedAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }

  @Get(':id')
  @Requires('search.read')
  @ApiOkResponse({ type: SavedSearchWithMeetingsView })
  one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<SavedWithMeetings> {
    return this.queries.one(actor, id);
  }

  @Post(':id/end')
  @HttpCode(200)
  @Requires('search.create')
  @ApiOkResponse({ type: SavedSearchView })
  end(@CurrentCommand() command: Command, @IdParam() id: string): Promise<SavedAnswer> {
    return this.saving.end(command, id);
  }
}
