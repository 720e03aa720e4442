// Uploading invoices, and what became of each.
import { Controller, Get, Header, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { csvTemplate, xlsxTemplate } from '#documents';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  MAX_UPLOAD_FILES,
  PageQuery,
  Requires,
} from '#platform';
import { ReceiveUpload } from '../use-cases/receive-upload';
import { UploadQueries } from '../use-cases/uploads.queries';
import { uploadedFiles } from './upload-files';
import { OutcomesQuery, TemplateQuery, UploadPage, UploadView } from './uploads.dto';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

const FILES = {
  type: 'object',
  required: ['files'],
  properties: {
    files: { type: 'array', maxItems: MAX_UPLOAD_FILES, items: { type: 'string', format: 'binary' } },
  },
};

@ApiTags('uploads')
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly receiving: ReceiveUpload,
    private readonly queries: UploadQueries,
  ) {}

  /** Takes up to 100 files (UBL, CII, e-fapiao XML, CSV or XLSX of the template, VAT ledgers) and answers for every invoice in them. */
  @Post()
  @Requires('upload.create')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILES })
  @ApiCreatedResponse({ type: UploadView })
  async receive(@CurrentCommand() command: Command, @Req() request: FastifyRequest): Promise<UploadView> {
    return this.receiving.execute(command, uploadedFiles(request));
  }

  @Get()
  @Requires('receivable.read')
  @ApiOkResponse({ type: UploadPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<UploadPage> {
    const { items, next } = await this.queries.page(actor, page);
    return { items: [...items], next };
  }

  /** The CSV template: headings and one example row, which reading passes over. */
  @Get('template.csv')
  @Requires('upload.create')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="invoices.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  template(@Query() { language }: TemplateQuery): string {
    return csvTemplate(language);
  }

  /** The same template as a workbook: locked headings, cells of the right kind, lists of choices, and a guide. */
  @Get('template.xlsx')
  @Requires('upload.create')
  @Header('content-disposition', 'attachment; filename="invoices.xlsx"')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbookTemplate(@Query() { language }: TemplateQuery): Promise<StreamableFile> {
    return new StreamableFile(await xlsxTemplate(language), { type: XLSX });
  }

  @Get(':id')
  @Requires('receivable.read')
  @ApiOkResponse({ type: UploadView })
  async one(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() filter: OutcomesQuery,
  ): Promise<UploadView> {
    return this.queries.byId(actor, id, filter);
  }
}
