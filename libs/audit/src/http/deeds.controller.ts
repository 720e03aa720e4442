// Reading the book of deeds.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Db, pageOf, Requires } from '#platform';
import { DeedStore } from '../data/deed.store';
import { DeedPage, DeedsQuery } from './deeds.dto';

@ApiTags('audit')
@Controller('deeds')
export class DeedsController {
  constructor(
    private readonly db: Db,
    private readonly deeds: DeedStore,
  ) {}

  @Get()
  @Requires('deed.read')
  @ApiOkResponse({ type: DeedPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DeedsQuery): Promise<DeedPage> {
    const rows = await this.deeds.page(this.db.reads, actor.scope, filter);
    return pageOf(
      rows.map((deed) => ({ ...deed, at: deed.at.toISOString() })),
      filter,
    );
  }
}
