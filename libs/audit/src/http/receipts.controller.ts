// Receipts: for the organisation that did the deed, for those it concerns, and for whoever oversees.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, pageOf, SignedIn } from '#platform';
import { Receipts } from '../use-cases/receipts';
import { ReceiptPage, ReceiptsQuery, ReceiptView } from './log.dto';

@ApiTags('log')
@Controller('receipts')
export class ReceiptsController {
  constructor(private readonly receipts: Receipts) {}

  @Get()
  @SignedIn()
  @ApiOkResponse({ type: ReceiptPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: ReceiptsQuery): Promise<ReceiptPage> {
    return pageOf(await this.receipts.ofSubject(actor.scope, filter), filter);
  }

  @Get(':deedId')
  @SignedIn()
  @ApiOkResponse({ type: ReceiptView })
  one(@CurrentActor() actor: Actor, @IdParam('deedId') deedId: string): Promise<ReceiptView> {
    return this.receipts.ofDeed(actor.scope, deedId);
  }
}
