// The refused rows of what a debtor uploaded, for whoever answers for the debtor.
import { Readable } from 'node:stream';
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, Requires } from '#platform';
import { RefusedFiles } from '../../use-cases/uploads/refused/refused-files';
import { RefusedSheets } from '../../use-cases/uploads/refused/refused-sheets';
import { TemplateQuery } from '../uploads.dto';
import { XLSX } from './refused.controller';
import { RefusedQuery, RefusedSheetsView } from './refused.dto';

@ApiTags('payable-uploads')
@Controller('payable-uploads')
export class RefusedPayablesController {
  constructor(
    private readonly files: RefusedFiles,
    private readonly sheets: RefusedSheets,
  ) {}

  /** A hundred of them by table, as of `/uploads`. */
  @Get(':id/refused')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: RefusedSheetsView })
  async shown(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { after }: RefusedQuery,
  ): Promise<RefusedSheetsView> {
    return this.sheets.execute(actor, 'payables', id, after);
  }

  /** The refused rows as they came, with a reason and a way out behind each. */
  @Get(':id/refused.csv')
  @Requires('confirmation.read')
  @Header('content-disposition', 'attachment; filename="refused.csv"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async csv(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { language }: TemplateQuery,
  ): Promise<StreamableFile> {
    const pieces = await this.files.csv(actor, 'payables', id, language);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
    });
  }

  /** The same as a workbook, of at most 20,000 rows. */
  @Get(':id/refused.xlsx')
  @Requires('confirmation.read')
  @Header('content-disposition', 'attachment; filename="refused.xlsx"')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async xlsx(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { language }: TemplateQuery,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.files.xlsx(actor, 'payables', id, language), { type: XLSX });
  }
}
