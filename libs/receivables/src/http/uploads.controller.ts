// Uploading invoices, and what became of each.
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  type MessageEvent,
  Post,
  Query,
  Req,
  Res,
  Sse,
  StreamableFile,
} from '@nestjs/common';
import {
  ApiAcceptedResponse,
  ApiBody,
  ApiConsumes,
  ApiCreatedResponse,
  ApiOkResponse,
  ApiProduces,
  ApiTags,
} from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Observable } from 'rxjs';
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
  uploadedFiles,
} from '#platform';
import { isAtWork } from '../domain/upload';
import { ApplyUpload } from '../use-cases/uploads/apply-upload';
import { ReceiveUpload } from '../use-cases/uploads/receive-upload';
import { UndoPreview } from '../use-cases/uploads/undo/undo-preview';
import { UndoUpload } from '../use-cases/uploads/undo/undo-upload';
import { UploadWatch } from '../use-cases/uploads/upload-watch';
import { UploadQueries, type UploadShown } from '../use-cases/uploads/uploads.queries';
import { XLSX } from './refused/refused.controller';
import {
  ApplicationBody,
  OutcomesQuery,
  ReceiveQuery,
  TemplateQuery,
  UndoView,
  UploadPage,
  UploadSummaryView,
  UploadView,
} from './uploads.dto';

export const FILES = {
  type: 'object',
  required: ['files'],
  properties: {
    files: { type: 'array', maxItems: MAX_UPLOAD_FILES, items: { type: 'string', format: 'binary' } },
  },
};

const ACCEPTED = 202;

/** What goes on in the background is accepted, not done. */
export function answered(reply: FastifyReply, upload: UploadShown): UploadShown {
  if (isAtWork(upload.state)) reply.status(ACCEPTED);
  return upload;
}

@ApiTags('uploads')
@Controller('uploads')
export class UploadsController {
  constructor(
    private readonly receiving: ReceiveUpload,
    private readonly applying: ApplyUpload,
    private readonly undoing: UndoUpload,
    private readonly previewing: UndoPreview,
    private readonly watching: UploadWatch,
    private readonly queries: UploadQueries,
  ) {}

  /**
   * Takes up to 100 files, 1 GB together, and answers for every invoice in them; tells only what would become of them with
   * `mode=plan`. More than 1,000 invoices are read in the background: 202, and the upload in state `reading`.
   */
  @Post()
  @Requires('upload.create')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILES })
  @ApiCreatedResponse({ type: UploadView })
  @ApiAcceptedResponse({ type: UploadView })
  async receive(
    @CurrentCommand() command: Command,
    @Query() { mode }: ReceiveQuery,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return answered(reply, await this.receiving.execute(command, uploadedFiles(request), mode));
  }

  /** Applies a plan; every invoice is judged again. A long one is applied in the background: 202, state `applying`. */
  @Post(':id/application')
  @HttpCode(200)
  @Requires('upload.create')
  @ApiOkResponse({ type: UploadView })
  @ApiAcceptedResponse({ type: UploadView })
  async apply(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { atomic }: ApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return answered(reply, await this.applying.execute(command, id, atomic));
  }

  /**
   * Takes back the receivables that nobody has built on, or discards a plan; what stays is counted in `kept`. A long upload
   * is taken back in the background: 202, state `undoing`.
   */
  @Post(':id/undo')
  @HttpCode(200)
  @Requires('upload.create')
  @ApiOkResponse({ type: UploadView })
  @ApiAcceptedResponse({ type: UploadView })
  async undo(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return answered(reply, await this.undoing.execute(command, id));
  }

  /** What an undo would take back now, and what would stay. */
  @Get(':id/undo')
  @Requires('receivable.read')
  @ApiOkResponse({ type: UndoView })
  async undoPreview(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<UndoView> {
    return this.previewing.execute(actor, id);
  }

  /** The upload, once a second, as server-sent events until it is done. */
  @Sse(':id/events')
  @Requires('receivable.read')
  @ApiProduces('text/event-stream')
  @ApiOkResponse({ type: UploadSummaryView })
  async events(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<Observable<MessageEvent>> {
    return this.watching.watch(actor, id);
  }

  @Get()
  @Requires('receivable.read')
  @ApiOkResponse({ type: UploadPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<UploadPage> {
    const { items, next } = await this.queries.page(actor, 'receivables', page);
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
    return this.queries.byId(actor, 'receivables', id, filter);
  }
}
