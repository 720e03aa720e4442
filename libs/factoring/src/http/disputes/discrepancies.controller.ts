// What a financier reports of a receivable of its deal that does not agree.
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { CodeField, type Command, CurrentCommand, IdField, IdParam, Requires, TextField } from '#platform';
import { ReportDiscrepancy } from '../../use-cases/disputes/report-discrepancy';

export class DiscrepancyBody {
  @IdField('Receivable of the deal') receivableId!: string;
  @CodeField(['supplier', 'debtor'], 'Whose deed does not agree') causedBy!: 'supplier' | 'debtor';
  @TextField(500, 'What was found') note!: string;
}

export class DiscrepancyView {
  @IdField('The dispute') id!: string;
  @IdField('Receivable') receivableId!: string;
}

@ApiTags('disputes')
@Controller('deals')
export class DiscrepanciesController {
  constructor(private readonly reporting: ReportDiscrepancy) {}

  /** Opens a dispute about a receivable of one's own deal; nothing more of it is financed until it is closed. */
  @Post(':id/discrepancies')
  @HttpCode(200)
  @Requires('dispute.open')
  @ApiOkResponse({ type: DiscrepancyView })
  async report(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() body: DiscrepancyBody,
  ): Promise<DiscrepancyView> {
    return this.reporting.execute(command, id, body);
  }
}
