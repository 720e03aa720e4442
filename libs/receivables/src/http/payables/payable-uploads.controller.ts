// A debtor uploads what it owes: each invoice becomes its supplier's receivable, and the upload the debtor's answer.
import {
  Body,
  Controller,
  Get,
  Header,
  HttpCode,
  Post,
  Query,
  Req,
  Res,
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
import { csvTemplate, xlsxTemplate } from '#documents';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  PageQuery,
  Requires,
  uploadedFiles,
} from '#platform';
import { ApplyUpload } from '../../use-cases/uploads/apply-upload';
import { ReceiveUpload } from '../../use-cases/uploads/receive-upload';
import { UndoUpload } from '../../use-cases/uploads/undo/undo-upload';
import { UploadQueries } from '../../use-cases/uploads/uploads.queries';
import { XLSX } from '../refused/refused.controller';
import { answered, FILES } from '../uploads.controller';
import {
  ApplicationBody,
  OutcomesQuery,
  ReceiveQuery,
  TemplateQuery,
  UploadPage,
  UploadView,
} from '../uploads.dto';

@ApiTags('payable-uploads')
@Controller('payable-uploads')
export class PayableUploadsController {
  constructor(
    private readonly receiving: ReceiveUpload,
    private readonly applying: ApplyUpload,
    private readonly undoing: UndoUpload,
    private readonly queries: UploadQueries,
  ) {}

  /**
   * Takes invoices that this organisation owes, also self-billed ones, in the same files as `/uploads`. What is applied is
   * proposed as this person's answer, channel `own_upload`; it counts when a colleague approves it in `/confirmations`.
   */
  @Post()
  @Requires('payable.upload')
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
    return answered(reply, await this.receiving.execute(command, uploadedFiles(request), mode, 'payables'));
  }

  /** Applies a plan: its answers are those of whoever applies it. */
  @Post(':id/application')
  @HttpCode(200)
  @Requires('payable.upload')
  @ApiOkResponse({ type: UploadView })
  @ApiAcceptedResponse({ type: UploadView })
  async apply(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { atomic }: ApplicationBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<UploadView> {
    return answered(reply, await this.applying.execute(command, id, atomic, 'payables'));
  }

  /** Discards a plan. What was applied is an answer: a colleague declines it, or it is withdrawn. */
  @Post(':id/undo')
  @HttpCode(200)
  @Requires('payable.upload')
  @ApiOkResponse({ type: UploadView })
  async discard(@CurrentCommand() command: Command, @IdParam() id: string): Promise<UploadView> {
    return this.undoing.execute(command, id, 'payables');
  }

  @Get()
  @Requires('confirmation.read')
  @ApiOkResponse({ type: UploadPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<UploadPage> {
    const { items, next } = await this.queries.page(actor, 'payables', page);
    return { items: [...items], next };
  }

  /** The CSV template, as for invoices that are owed to the uploader. */
  @Get('template.csv')
  @Requires('payable.upload')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="payables.csv"')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  template(@Query() { language }: TemplateQuery): string {
    return csvTemplate(language);
  }

  /** The same as a workbook. */
  @Get('template.xlsx')
  @Requires('payable.upload')
  @Header('content-disposition', 'attachment; filename="payables.xlsx"')
  @ApiProduces(XLSX)
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async workbookTemplate(@Query() { language }: TemplateQuery): Promise<StreamableFile> {
    return new StreamableFile(await xlsxTemplate(language), { type: XLSX });
  }

  @Get(':id')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: UploadView })
  async one(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() filter: OutcomesQuery,
  ): Promise<UploadView> {
    return this.queries.byId(actor, 'payables', id, filter);
  }
}
