// Receivables that are held as suspected duplicates, their clearance, and the fingerprints by which they are found.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  PageQuery,
  Requires,
} from '#platform';
import { ClearDuplicate } from '../use-cases/duplicates/clear-duplicate';
import { DuplicateQueries } from '../use-cases/duplicates/duplicates.queries';
import { FingerprintQueries } from '../use-cases/duplicates/fingerprints.queries';
import { ClearanceBody, ClearanceView, FingerprintsView, HeldPage } from './duplicates.dto';

@ApiTags('receivables')
@Controller()
export class DuplicatesController {
  constructor(
    private readonly queries: DuplicateQueries,
    private readonly fingerprints: FingerprintQueries,
    private readonly clearing: ClearDuplicate,
  ) {}

  /** What is owed by you and held because a similar invoice is known; the operator sees all. */
  @Get('duplicates')
  @Requires('duplicate.read')
  @ApiOkResponse({ type: HeldPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<HeldPage> {
    const { items, next } = await this.queries.held(actor, page);
    return { items: [...items], next };
  }

  /** Says why a suspected duplicate is none; never done by its own supplier. */
  @Post('receivables/:id/duplicate-clearance')
  @HttpCode(200)
  @Requires('duplicate.clear')
  @ApiOkResponse({ type: ClearanceView })
  async clear(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: ClearanceBody,
  ): Promise<ClearanceView> {
    return this.clearing.execute(command, id, reason);
  }

  /** Fingerprints to compare with another institution that holds the same key. */
  @Get('receivables/:id/fingerprints')
  @Requires('receivable.read')
  @ApiOkResponse({ type: FingerprintsView })
  async prints(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FingerprintsView> {
    return this.fingerprints.of(actor, id);
  }
}
