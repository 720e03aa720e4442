// The one-time link by which an organisation's first user is made; nobody is signed in yet.
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '#platform';
import { AcceptFirstUser } from '../use-cases/joining/accept-first-user';
import { FirstUserBody, JoinedView, JoiningLinkBody, JoiningView } from './joining.dto';

@ApiTags('joining')
@Controller('joining')
export class FirstUserController {
  constructor(private readonly accepting: AcceptFirstUser) {}

  /** Whose first user the link makes; in a body, so that the link is in no address and no log. */
  @Post('link')
  @HttpCode(200)
  @Public()
  @ApiOkResponse({ type: JoiningView })
  async look(@Body() { token }: JoiningLinkBody): Promise<JoiningView> {
    return this.accepting.look(token);
  }

  /** Makes the first user; the link opens nothing after it. */
  @Post('first-user')
  @Public()
  @ApiCreatedResponse({ type: JoinedView })
  async accept(@Body() body: FirstUserBody): Promise<JoinedView> {
    return this.accepting.execute(body);
  }
}
