// The monthly statements of fees: on the screen, and as a file for the books of whoever pays.
import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, type Page, Requires } from '#platform';
import { type FeeStatement, FeeStatements } from '../use-cases/fees/fee-statements';
import { FeeStatementFileQuery, FeeStatementPage, FeeStatementsQuery } from './fee-statements.dto';

const CSV = 'text/csv; charset=utf-8';
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

@ApiTags('registry')
@Controller('fee-statements')
export class FeeStatementsController {
  constructor(private readonly statements: FeeStatements) {}

  @Get()
  @Requires('fee.read')
  @ApiOkResponse({ type: FeeStatementPage })
  async list(@CurrentActor() actor: Actor, @Query() asked: FeeStatementsQuery): Promise<Page<FeeStatement>> {
    return this.statements.page(actor, asked);
  }

  /** Every line of the month. */
  @Get('export.csv')
  @Requires('fee.read')
  @Header('content-disposition', 'attachment; filename="fees.csv"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(@CurrentActor() actor: Actor, @Query() asked: FeeStatementFileQuery): Promise<StreamableFile> {
    const pieces = await this.statements.csv(actor, asked);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: CSV });
  }

  /** The same as a workbook, of up to 50,000 lines. */
  @Get('export.xlsx')
  @Requires('fee.read')
  @Header('content-disposition', 'attachment; filename="fees.xlsx"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xlsx(@CurrentActor() actor: Actor, @Query() asked: FeeStatementFileQuery): Promise<StreamableFile> {
    return new StreamableFile(await this.statements.xlsx(actor, asked), { type: XLSX });
  }
}
