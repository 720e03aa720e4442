// Statutory registrations: entered by one person and checked by another, one by one or as a table.
import { Body, Controller, Get, Header, HttpCode, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
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
import { CheckStatutory } from '../../use-cases/statutory/check-statutory';
import { EnterStatutory } from '../../use-cases/statutory/enter-statutory';
import { type ExchangeAnswer, ExchangeStatutory } from '../../use-cases/statutory/exchange-statutory';
import {
  type DueAnswer,
  type EntryAnswer,
  StatutoryQueries,
} from '../../use-cases/statutory/statutory.queries';
import {
  StatutoryCheckBody,
  StatutoryDuePage,
  StatutoryEntriesQuery,
  StatutoryEntryBody,
  StatutoryEntryPage,
  StatutoryEntryView,
  StatutoryTableBody,
  StatutoryTableView,
} from './statutory.dto';

@ApiTags('registry')
@Controller()
export class StatutoryController {
  constructor(
    private readonly entering: EnterStatutory,
    private readonly checking: CheckStatutory,
    private readonly exchange: ExchangeStatutory,
    private readonly queries: StatutoryQueries,
  ) {}

  /** Enters what the statutory registry gave; it counts once a second person has checked it. */
  @Post('registrations/:id/statutory-entries')
  @Requires('title.record', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: StatutoryEntryView })
  enter(
    @CurrentCommand() command: Command,
    @IdParam() filingId: string,
    @Body() { number, registeredAt, certificateSha256 = null, reason = null }: StatutoryEntryBody,
  ): Promise<EntryAnswer> {
    return this.entering.execute(command, { filingId, number, registeredAt, certificateSha256, reason });
  }

  @Get('statutory-entries')
  @Requires('title.record')
  @ApiOkResponse({ type: StatutoryEntryPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: StatutoryEntriesQuery,
  ): Promise<Page<EntryAnswer>> {
    return pageOf(await this.queries.page(actor, filter), filter);
  }

  /** Registrations that live and have only our own time. */
  @Get('statutory-entries/due')
  @Requires('title.record')
  @ApiOkResponse({ type: StatutoryDuePage })
  async due(@CurrentActor() actor: Actor, @Query() filter: PageQuery): Promise<Page<DueAnswer>> {
    return pageOf(await this.queries.due(actor, filter), filter);
  }

  /** The same as a table, to be filled in. */
  @Get('statutory-entries/due.csv')
  @Requires('title.record')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="statutory-registrations.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  table(@CurrentActor() actor: Actor): Promise<string> {
    return this.exchange.table(actor);
  }

  /** How the lines of a table stand to what counts now; when told to, it takes them as a whole, or nothing of it. */
  @Post('statutory-entries')
  @HttpCode(200)
  @Requires('title.record', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: StatutoryTableView })
  exchangeTable(
    @CurrentCommand() command: Command,
    @Body() { csv, apply }: StatutoryTableBody,
  ): Promise<ExchangeAnswer> {
    return apply ? this.exchange.apply(command, csv) : this.exchange.plan(command.actor, csv);
  }

  /** A second person says whether it agrees with the registry’s certificate. */
  @Post('statutory-entries/:id/check')
  @HttpCode(200)
  @Requires('title.record', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: StatutoryEntryView })
  check(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { decision, reason = null }: StatutoryCheckBody,
  ): Promise<EntryAnswer> {
    return this.checking.execute(command, id, { decision, reason });
  }
}
