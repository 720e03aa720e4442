// The people of an organisation whom the operator has verified.
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { ContactQueries, type ContactShown } from '../use-cases/contacts/contacts.queries';
import { RetireContact } from '../use-cases/contacts/retire-contact';
import { VerifyContact } from '../use-cases/contacts/verify-contact';
import { ContactBody, ContactList, ContactView, RetirementBody } from './contacts.dto';

@ApiTags('organisations')
@Controller()
export class ContactsController {
  constructor(
    private readonly verifying: VerifyContact,
    private readonly retiring: RetireContact,
    private readonly queries: ContactQueries,
  ) {}

  /** Those that stand, the newest first. */
  @Get('organisations/:id/contacts')
  @Requires('organisation.read')
  @ApiOkResponse({ type: ContactList })
  async list(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<ContactList> {
    return { items: await this.queries.ofOrganisation(actor, id) };
  }

  /** Writes down a person whom the operator has reached by a way of its own. */
  @Post('organisations/:id/contacts')
  @Requires('contact.verify')
  @ApiCreatedResponse({ type: ContactView })
  async verify(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: ContactBody,
  ): Promise<ContactShown> {
    return this.verifying.execute(command, id, body);
  }

  @Post('contacts/:id/retirement')
  @HttpCode(200)
  @Requires('contact.verify')
  @ApiOkResponse({ type: ContactView })
  async retire(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: RetirementBody,
  ): Promise<ContactShown> {
    return this.retiring.execute(command, id, body);
  }
}
