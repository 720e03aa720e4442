// Formal letters that ask a debtor for its answer.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Requires,
} from '#platform';
import { DemandQueries, type DemandShown } from '../../use-cases/demands/demands.queries';
import { IssueDemand } from '../../use-cases/demands/issue-demand';
import { DemandBody, DemandPage, DemandsQuery, DemandView } from './demands.dto';

@ApiTags('demands')
@Controller('demands')
export class DemandsController {
  constructor(
    private readonly queries: DemandQueries,
    private readonly issuing: IssueDemand,
  ) {}

  /** Sent or received, the newest first. */
  @Get()
  @Requires('demand.read')
  @ApiOkResponse({ type: DemandPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: DemandsQuery): Promise<Page<DemandShown>> {
    return this.queries.page(actor, filter);
  }

  @Get(':id')
  @Requires('demand.read')
  @ApiOkResponse({ type: DemandView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DemandShown> {
    return this.queries.byId(actor, id);
  }

  /** One a day for a receivable that the debtor has not answered; mailed to the debtor's verified contact. */
  @Post()
  @Requires('demand.issue')
  @ApiCreatedResponse({ type: DemandView })
  async issue(
    @CurrentCommand() command: Command,
    @Body() { receivableId }: DemandBody,
  ): Promise<DemandShown> {
    return this.issuing.execute(command, receivableId);
  }
}
