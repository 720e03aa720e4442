// What is watched over a deal while it lives: its invoices at the tax bureau, and the dilution of its receivables.
import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, type Command, CurrentActor, CurrentCommand, IdParam, Requires } from '#platform';
import { AcknowledgeDilution } from '../../use-cases/watch/acknowledge-dilution';
import { DealTax } from '../../use-cases/watch/deal-tax';
import { DilutionQueries } from '../../use-cases/watch/dilution.queries';
import { WaiveTaxCheck } from '../../use-cases/watch/waive-tax-check';
import {
  AcknowledgementBody,
  DealDilutionView,
  DealTaxView,
  DilutionAcknowledgedView,
  TaxWaiverBody,
} from './deal-watch.dto';

@ApiTags('financing')
@Controller('deals/:id')
export class DealWatchController {
  constructor(
    private readonly tax: DealTax,
    private readonly waiving: WaiveTaxCheck,
    private readonly dilutions: DilutionQueries,
    private readonly acknowledging: AcknowledgeDilution,
  ) {}

  /** Where the invoices of the deal stand with the tax bureau. */
  @Get('tax-checks')
  @Requires('deal.read')
  @ApiOkResponse({ type: DealTaxView })
  async taxChecks(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DealTaxView> {
    return this.tax.ofDeal(actor, id);
  }

  /** Asks the tax bureau about all invoices of the deal; the answers come later. */
  @Post('tax-checks')
  @HttpCode(200)
  @Requires('deal.check_tax')
  @ApiOkResponse({ type: DealTaxView })
  async check(@CurrentCommand() command: Command, @IdParam() id: string): Promise<DealTaxView> {
    return this.tax.ask(command, id);
  }

  /** Records that the financier pays out without a good and fresh tax check. */
  @Post('tax-waiver')
  @HttpCode(200)
  @Requires('deal.waive_tax', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: DealTaxView })
  async waive(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { reason }: TaxWaiverBody,
  ): Promise<DealTaxView> {
    return this.waiving.execute(command, id, reason);
  }

  /** What credit notes took off the receivables of the deal. */
  @Get('dilution')
  @Requires('deal.read')
  @ApiOkResponse({ type: DealDilutionView })
  async dilution(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DealDilutionView> {
    return this.dilutions.ofDeal(actor, id);
  }

  /** Records that the financier knows of a dilution and lets the deal go on. */
  @Post('dilution-acknowledgement')
  @HttpCode(200)
  @Requires('dilution.acknowledge', { idempotencyKey: 'required' })
  @ApiOkResponse({ type: DilutionAcknowledgedView })
  async acknowledge(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: AcknowledgementBody,
  ): Promise<DilutionAcknowledgedView> {
    return this.acknowledging.execute(command, id, body);
  }
}
