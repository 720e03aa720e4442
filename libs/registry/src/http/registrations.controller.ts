// Registrations: filing, and reading what one filed or is named in.
import { Body, Controller, Get, Post, Query, UseGuards } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  pageOf,
  Requires,
} from '#platform';
import type { FilingAnswer } from '../use-cases/filing-answer';
import { FilingQueries } from '../use-cases/filings.queries';
import { CancelRegistration } from '../use-cases/life/cancel-registration';
import { ExtendFiling } from '../use-cases/life/extend-filing';
import { LintDraft, type LintOutcome } from '../use-cases/lint/lint-draft';
import { RegisterFiling } from '../use-cases/register-filing';
import { LintView } from './lint.dto';
import { contentOf } from './registration-body';
import {
  CancellationBody,
  ExtensionBody,
  LintBody,
  MomentQuery,
  RegistrationBody,
  RegistrationPage,
  RegistrationsQuery,
  RegistrationView,
} from './registrations.dto';
import { SearchBrake } from './search-brake';

@ApiTags('registry')
@Controller('registrations')
export class RegistrationsController {
  constructor(
    private readonly register: RegisterFiling,
    private readonly queries: FilingQueries,
    private readonly lintDraft: LintDraft,
    private readonly extend: ExtendFiling,
    private readonly cancel: CancelRegistration,
  ) {}

  @Post()
  @Requires('registration.file', { idempotencyKey: 'required' })
  @Approvable({
    name: 'registry.file_registration',
    text: { en: 'File a registration', zh: '办理登记' },
    takes: ['body'],
    amountOf: (answer) => (answer as FilingAnswer).maximumAmount,
  })
  @ApiCreatedResponse({ type: RegistrationView })
  create(@CurrentCommand() command: Command, @Body() body: RegistrationBody): Promise<FilingAnswer> {
    return this.register.execute(command, contentOf(body), body.lintId ?? null);
  }

  @Post('lint')
  @Requires('registration.file')
  @UseGuards(SearchBrake)
  @ApiCreatedResponse({ type: LintView })
  lint(@CurrentCommand() command: Command, @Body() body: LintBody): Promise<LintOutcome> {
    return this.lintDraft.execute(command, contentOf(body), body.amends ?? null);
  }

  @Get()
  @Requires('registration.read')
  @ApiOkResponse({ type: RegistrationPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: RegistrationsQuery): Promise<Page<FilingAnswer>> {
    return pageOf(await this.queries.page(actor.scope, filter), filter);
  }

  @Get(':id')
  @Requires('registration.read')
  @ApiOkResponse({ type: RegistrationView })
  one(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { at }: MomentQuery,
  ): Promise<FilingAnswer> {
    return this.queries.one(actor, id, at ?? null);
  }

  /** From the end of the term on; the rank stays. */
  @Post(':id/extension')
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: RegistrationView })
  extension(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { months, reason, modificationCode = null }: ExtensionBody,
  ): Promise<FilingAnswer> {
    return this.extend.execute(command, id, months, reason, modificationCode);
  }

  /** The debt is discharged, or the security given up. */
  @Post(':id/cancellation')
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: RegistrationView })
  cancellation(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason, modificationCode = null }: CancellationBody,
  ): Promise<FilingAnswer> {
    return this.cancel.execute(command, id, reason, modificationCode);
  }
}
