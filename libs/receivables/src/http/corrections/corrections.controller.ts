// Credit notes that came before the invoice they correct.
import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, Requires } from '#platform';
import { WaitingCorrectionQueries } from '../../use-cases/corrections/waiting-corrections.queries';
import { WaitingCorrectionPage, WaitingCorrectionsQuery } from './corrections.dto';

@ApiTags('receivables')
@Controller('waiting-corrections')
export class CorrectionsController {
  constructor(private readonly queries: WaitingCorrectionQueries) {}

  /** Credit notes, red letters and reversals whose invoice is not here; each takes effect when it comes. */
  @Get()
  @Requires('receivable.read')
  @ApiOkResponse({ type: WaitingCorrectionPage })
  async list(
    @CurrentActor() actor: Actor,
    @Query() filter: WaitingCorrectionsQuery,
  ): Promise<WaitingCorrectionPage> {
    const { items, next } = await this.queries.page(actor, filter);
    return { items: [...items], next };
  }
}
