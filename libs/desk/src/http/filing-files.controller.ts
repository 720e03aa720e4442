// Registering by file: the template, the file to hand in, its plan, and what became of each line.
import { Readable } from 'node:stream';
import { Controller, Get, Header, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import {
  type Actor,
  Approvable,
  type Command,
  CurrentActor,
  CurrentCommand,
  Db,
  IdParam,
  MAX_UPLOAD_BYTES,
  type Page,
  PageQuery,
  Requires,
  uploadedFile,
} from '#platform';
import { filingTemplate } from '../domain/filing-template';
import { FilingFileQueries, type FilingFileShown } from '../use-cases/files/filing-files.queries';
import { MoveFilingFile } from '../use-cases/files/move-filing-file';
import {
  FilingFilePage,
  FilingFileView,
  FilingLinesQuery,
  FilingLinesView,
  FilingResultQuery,
} from './filing-files.dto';

const ACCEPTED = 202;
const CSV = 'text/csv; charset=utf-8';
const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@ApiTags('registry')
@Controller('registration-files')
export class FilingFilesController {
  constructor(
    private readonly db: Db,
    private readonly moving: MoveFilingFile,
    private readonly queries: FilingFileQueries,
  ) {}

  /** The columns with an example of one registration over two lines. */
  @Get('template.csv')
  @Requires('registration.file')
  @Header('content-disposition', 'attachment; filename="registrations.csv"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  template(): StreamableFile {
    return new StreamableFile(Buffer.from(filingTemplate()), { type: CSV });
  }

  /** Hands in one CSV or XLSX file of up to 50,000 registrations. It is planned in the background; nothing is filed yet. */
  @Post()
  @HttpCode(ACCEPTED)
  @Requires('registration.file')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiAcceptedResponse({ type: FilingFileView })
  async receive(
    @CurrentCommand() command: Command,
    @Req() request: FastifyRequest,
  ): Promise<FilingFileShown> {
    return this.moving.receive(command, await uploadedFile(request, MAX_UPLOAD_BYTES));
  }

  @Get()
  @Requires('registration.file')
  @ApiOkResponse({ type: FilingFilePage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<Page<FilingFileShown>> {
    return this.queries.page(actor, page);
  }

  @Get(':id')
  @Requires('registration.file')
  @ApiOkResponse({ type: FilingFileView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<FilingFileShown> {
    return this.queries.byId(this.db.reads, actor, id);
  }

  /** What became of each registration in the present stage. */
  @Get(':id/lines')
  @Requires('registration.file')
  @ApiOkResponse({ type: FilingLinesView })
  async lines(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { after, limit, only }: FilingLinesQuery,
  ): Promise<FilingLinesView> {
    const wish = { after, limit: limit + 1, onlyRefused: only === 'refused' };
    const found = await this.queries.lines(actor, id, wish);
    return { items: found.slice(0, limit), more: found.length > limit };
  }

  /** Every line with its registration number, or why it was refused. */
  @Get(':id/result.csv')
  @Requires('registration.file')
  @Header('content-disposition', 'attachment; filename="registrations-result.csv"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async result(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { language }: FilingResultQuery,
  ): Promise<StreamableFile> {
    const pieces = await this.queries.result(actor, id, language);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), { type: CSV });
  }

  /** Files what the plan found sound; every line is judged again. */
  @Post(':id/application')
  @HttpCode(ACCEPTED)
  @Requires('registration.file', { idempotencyKey: 'required' })
  @Approvable({
    name: 'desk.apply_filing_file',
    text: { en: 'File the registrations of a file', zh: '提交批量登记文件' },
    takes: ['id'],
  })
  @ApiAcceptedResponse({ type: FilingFileView })
  async apply(@CurrentCommand() command: Command, @IdParam() id: string): Promise<FilingFileShown> {
    return this.moving.apply(command, id);
  }
}
