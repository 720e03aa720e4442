// Evidence files of what a financier is offered or has financed.
import { Body, Controller, Header, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { type Command, CurrentCommand, IdField, IdParam, Requires } from '#platform';
import { EvidenceFileView } from '#receivables';
import { ProveOffered } from '../../use-cases/evidence/prove-offered';

export class ProvedReceivableBody {
  @IdField('Receivable of the request or the deal') receivableId!: string;
}

@ApiTags('financing')
@Controller()
export class EvidenceController {
  constructor(private readonly proving: ProveOffered) {}

  /** The evidence of the debtor's confirmation of a receivable that this request offers, as `/confirmations/:id/evidence`. */
  @Post('financing-requests/:id/evidence')
  @HttpCode(200)
  @Requires('evidence.issue')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="confirmation-evidence.json"')
  @ApiOkResponse({ type: EvidenceFileView })
  async ofRequest(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { receivableId }: ProvedReceivableBody,
  ): Promise<string> {
    return this.proving.ofRequest(command, id, receivableId);
  }

  /** The same of a receivable that this deal has financed. */
  @Post('deals/:id/evidence')
  @HttpCode(200)
  @Requires('evidence.issue')
  @Header('content-type', 'application/json; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="confirmation-evidence.json"')
  @ApiOkResponse({ type: EvidenceFileView })
  async ofDeal(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { receivableId }: ProvedReceivableBody,
  ): Promise<string> {
    return this.proving.ofDeal(command, id, receivableId);
  }
}
