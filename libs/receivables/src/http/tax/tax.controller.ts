// Tax verification: asking for it, its history, and the files of the operator who carries queries to the tax bureau.
import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  Db,
  IdParam,
  type Page,
  Requires,
  uploadedFile,
} from '#platform';
import { errors } from '../../domain/errors';
import { MAX_RESULT_FILE_BYTES } from '../../formats/tax-files';
import { RequestTaxChecks } from '../../use-cases/tax/request-tax-checks';
import { TaxChecks } from '../../use-cases/tax/tax-checks';
import { type TaxCheckLine, TaxFiles } from '../../use-cases/tax/tax-files';
import {
  TaxCheckPage,
  TaxChecksBody,
  TaxChecksQuery,
  TaxChecksRequestedView,
  TaxPanelView,
  TaxResultsImportedView,
} from './tax.dto';

const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@ApiTags('receivables')
@Controller()
export class TaxController {
  constructor(
    private readonly db: Db,
    private readonly checks: TaxChecks,
    private readonly requesting: RequestTaxChecks,
    private readonly files: TaxFiles,
  ) {}

  /** Asks the tax bureau about invoices; the answers come later. */
  @Post('tax-checks')
  @HttpCode(200)
  @Requires('tax.check')
  @ApiOkResponse({ type: TaxChecksRequestedView })
  async request(
    @CurrentCommand() command: Command,
    @Body() { receivableIds }: TaxChecksBody,
  ): Promise<TaxChecksRequestedView> {
    return this.requesting.execute(command, receivableIds);
  }

  /** What was asked and answered, the newest first. */
  @Get('tax-checks')
  @Requires('tax.read')
  @ApiOkResponse({ type: TaxCheckPage })
  async list(@CurrentActor() actor: Actor, @Query() filter: TaxChecksQuery): Promise<Page<TaxCheckLine>> {
    return this.files.page(actor, filter);
  }

  /** Where an invoice stands with the tax bureau, and its history. */
  @Get('receivables/:id/tax-checks')
  @Requires('tax.read')
  @ApiOkResponse({ type: TaxPanelView })
  async panel(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<TaxPanelView> {
    const [panel] = await this.checks.panels(this.db.reads, actor.scope, [id]);
    if (!panel) throw errors.receivable_not_found({ receivableId: id });
    return panel;
  }

  /** The checks without an answer as a CSV file, to be carried to the tax bureau. */
  @Get('tax-queries')
  @Requires('tax.carry')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async queries(@CurrentActor() actor: Actor): Promise<StreamableFile> {
    const bytes = Buffer.from(await this.files.queries(actor), 'utf8');
    return new StreamableFile(bytes, {
      type: 'text/csv; charset=utf-8',
      disposition: 'attachment; filename="tax-queries.csv"',
      length: bytes.length,
    });
  }

  /** Takes the query file back with its result columns filled in; a line that is told again changes nothing. */
  @Post('tax-results')
  @HttpCode(200)
  @Requires('tax.carry', { idempotencyKey: 'required' })
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiOkResponse({ type: TaxResultsImportedView })
  async import(
    @CurrentCommand() command: Command,
    @Req() request: FastifyRequest,
  ): Promise<TaxResultsImportedView> {
    const { bytes } = await uploadedFile(request, MAX_RESULT_FILE_BYTES);
    return this.files.import(command, bytes);
  }
}
