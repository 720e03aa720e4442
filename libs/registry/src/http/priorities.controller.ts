// Ranks on an asset or against a grantor.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Requires } from '#platform';
import { type PriorityAnswer, RankClaims } from '../use-cases/priority/rank-claims';
import { askedOf, PriorityQuery, PriorityView } from './priorities.dto';

@ApiTags('registry')
@Controller('priorities')
export class PrioritiesController {
  constructor(private readonly rankClaims: RankClaims) {}

  @Get()
  @Requires('search.create')
  @ApiOkResponse({ type: PriorityView })
  ranks(@Query() query: PriorityQuery): Promise<PriorityAnswer> {
    return this.rankClaims.execute(askedOf(query));
  }
}
