// The life of a registration: its amendments and the code by which others may change it, what befell it, and certificates of that.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { type CertificateAnswer, IssueCertificate } from '../../use-cases/certificates/issue-certificate';
import type { FilingAnswer } from '../../use-cases/filing-answer';
import { AmendFiling } from '../../use-cases/life/amend-filing';
import { type FilingHistory, FilingHistoryQueries } from '../../use-cases/life/filing-history.queries';
import { IssueModificationCode } from '../../use-cases/life/issue-modification-code';
import { CertificateView } from '../certificates/certificates.dto';
import { amendmentOf } from '../registration-body';
import { MomentQuery, RegistrationView } from '../registrations.dto';
import { AmendmentBody, ModificationCodeView, RegistrationHistoryView } from './registration-life.dto';

@ApiTags('registry')
@Controller()
export class RegistrationLifeController {
  constructor(
    private readonly amend: AmendFiling,
    private readonly histories: FilingHistoryQueries,
    private readonly issuing: IssueCertificate,
    private readonly codes: IssueModificationCode,
  ) {}

  /** Collateral that is added counts from now; what is not named any more drops out. */
  @Post('registrations/:id/amendments')
  @Requires('registration.file', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: RegistrationView })
  amendment(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: AmendmentBody,
  ): Promise<FilingAnswer> {
    const { version, reason, lintId = null, modificationCode = null } = body;
    const content = amendmentOf(body);
    return this.amend.execute(command, id, { version, reason, lintId, modificationCode, content });
  }

  /** A code by which whoever has it may amend, extend and cancel in place of who filed. Each call ends the one before. */
  @Post('registrations/:id/modification-code')
  @Requires('registration.file')
  @ApiCreatedResponse({ type: ModificationCodeView })
  modificationCode(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ModificationCodeView> {
    return this.codes.execute(actor, id);
  }

  @Get('registrations/:id/history')
  @Requires('registration.read')
  @ApiOkResponse({ type: RegistrationHistoryView })
  life(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { at }: MomentQuery,
  ): Promise<FilingHistory> {
    return this.histories.history(actor, id, at ?? null);
  }

  /** Certifies an amendment, an extension, an end or an objection, by the id of the event in the history. */
  @Post('registration-events/:id/certificate')
  @Requires('registration.read')
  @ApiCreatedResponse({ type: CertificateView })
  certificate(@CurrentCommand() command: Command, @IdParam() id: string): Promise<CertificateAnswer> {
    return this.issuing.execute(command, 'event', id);
  }
}
