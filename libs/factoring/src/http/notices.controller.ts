// Notices of assignment: a debtor's own, and those a financier gave.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, type Page, Requires } from '#platform';
import { NoticeQueries, type NoticeView as NoticeShown } from '../use-cases/deals/notices.queries';
import { NoticePage, NoticesQuery, NoticeView } from './notices.dto';

@ApiTags('financing')
@Controller('notices')
export class NoticesController {
  constructor(private readonly notices: NoticeQueries) {}

  @Get()
  @Requires('notice.read')
  @ApiOkResponse({ type: NoticePage })
  async list(@CurrentActor() actor: Actor, @Query() filter: NoticesQuery): Promise<Page<NoticeShown>> {
    return this.notices.page(actor, filter);
  }

  @Get(':id')
  @Requires('notice.read')
  @ApiOkResponse({ type: NoticeView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<NoticeShown> {
    return this.notices.byId(actor, id);
  }
}
