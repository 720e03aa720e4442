// Groups of connected clients: stated by financiers for their own limits and by the operator for all.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { GroupQueries } from '../../use-cases/groups/groups.queries';
import { RecordMembership } from '../../use-cases/groups/record-membership';
import { StateGroup } from '../../use-cases/groups/state-group';
import { GroupBody, GroupPage, GroupsQuery, GroupView, MembershipBody } from './groups.dto';

@ApiTags('organisations')
@Controller('connected-groups')
export class GroupsController {
  constructor(
    private readonly stating: StateGroup,
    private readonly recording: RecordMembership,
    private readonly queries: GroupQueries,
  ) {}

  /** Those that the caller's organisation stated and those stated for all, the newest first. */
  @Get()
  @Requires('group.read')
  @ApiOkResponse({ type: GroupPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: GroupsQuery): Promise<GroupPage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }

  /** States that some organisations are connected, from a day on. */
  @Post()
  @Requires('group.state')
  @ApiCreatedResponse({ type: GroupView })
  async state(@CurrentCommand() command: Command, @Body() body: GroupBody): Promise<GroupView> {
    return this.stating.execute(command, body);
  }

  /** Records that an organisation joined or left a group on a day. */
  @Post(':id/members')
  @HttpCode(200)
  @Requires('group.state')
  @ApiOkResponse({ type: GroupView })
  async record(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: MembershipBody,
  ): Promise<GroupView> {
    return this.recording.execute(command, id, body);
  }
}
