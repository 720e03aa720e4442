// The debtor's payment slips: shown as they stand now, or issued as a signed file to keep.
import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import type { Attestation } from '#audit';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  type Page,
  PageQuery,
  Requires,
} from '#platform';
import { IssuePaymentSlip } from '../use-cases/issue-payment-slip';
import { type PaymentSlip, PaymentSlipQueries } from '../use-cases/payment-slips.queries';
import { IssueSlipBody, PaymentSlipPage, SignedSlipView } from './payment-slips.dto';

@ApiTags('settlement')
@Controller('payment-slips')
export class PaymentSlipsController {
  constructor(
    private readonly slips: PaymentSlipQueries,
    private readonly issuing: IssuePaymentSlip,
  ) {}

  /** For each confirmed receivable the account whose payment discharges the debt now. */
  @Get()
  @Requires('slip.read')
  @ApiOkResponse({ type: PaymentSlipPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<Page<PaymentSlip>> {
    return this.slips.page(actor, page);
  }

  /** The same for some receivables, signed with the log's key: `youquan slip verify` checks the file offline. */
  @Post()
  @Requires('slip.issue', { idempotencyKey: 'required' })
  @ApiCreatedResponse({ type: SignedSlipView })
  async issue(
    @CurrentCommand() command: Command,
    @Body() { receivableIds }: IssueSlipBody,
  ): Promise<Attestation> {
    return this.issuing.execute(command, receivableIds);
  }
}
