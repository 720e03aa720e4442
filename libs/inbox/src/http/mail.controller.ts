// What a person wants of their inbox by mail, and for the operator how the mails fare.
import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiConsumes, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  type Page,
  Public,
  Requires,
} from '#platform';
import { ChangeWishes } from '../use-cases/mail/change-wishes';
import { MailQueries, type MailShown, type WishShown } from '../use-cases/mail/mails.queries';
import { SendAgain } from '../use-cases/mail/send-again';
import { MailPage, MailQuery, MailView, MailWishBody, MailWishView, UnsubscribeQuery } from './mail.dto';

@ApiTags('inbox')
@Controller()
export class MailController {
  constructor(
    private readonly queries: MailQueries,
    private readonly wishes: ChangeWishes,
    private readonly again: SendAgain,
  ) {}

  /** The caller's own. */
  @Get('inbox/mail-wishes')
  @Requires('inbox.read')
  @ApiOkResponse({ type: MailWishView })
  async wish(@CurrentActor() actor: Actor): Promise<WishShown> {
    return this.queries.wish(actor);
  }

  /** Says what the caller wants by mail. What guards the account, and what the law gives days for, is mailed all the same. */
  @Post('inbox/mail-wishes')
  @HttpCode(200)
  @Requires('inbox.read')
  @ApiOkResponse({ type: MailWishBody })
  async change(@CurrentCommand() command: Command, @Body() body: MailWishBody): Promise<MailWishBody> {
    return this.wishes.execute(command, body);
  }

  /** By the link of any mail, with one click and without signing in (RFC 8058): turns off all that may be turned off. */
  @Post('inbox/unsubscribe')
  @HttpCode(204)
  @Public()
  @ApiConsumes('application/x-www-form-urlencoded', 'application/json')
  @ApiNoContentResponse()
  async unsubscribe(@Query() { token }: UnsubscribeQuery): Promise<void> {
    await this.wishes.silence(token);
  }

  /** The newest first; without their addresses and texts. */
  @Get('mails')
  @Requires('mail.manage')
  @ApiOkResponse({ type: MailPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: MailQuery): Promise<Page<MailShown>> {
    return this.queries.page(actor, filter);
  }

  @Post('mails/:id/send-again')
  @HttpCode(200)
  @Requires('mail.manage')
  @ApiOkResponse({ type: MailView })
  async sendAgain(@CurrentCommand() command: Command, @IdParam() id: string): Promise<MailShown> {
    return this.again.execute(command, id);
  }
}
