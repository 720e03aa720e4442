// Answering by file: the queue to download, the file to hand in, and what became of its lines.
import { Readable } from 'node:stream';
import { Body, Controller, Get, Header, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
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
  type Command,
  CurrentActor,
  CurrentCommand,
  Db,
  IdParam,
  PageQuery,
  Requires,
  uploadedFiles,
} from '#platform';
import { AnswerFileQueries, type AnswerFileShown } from '../../use-cases/answer-files/answer-files.queries';
import { MoveAnswerFile } from '../../use-cases/answer-files/move-answer-file';
import { QueueFile } from '../../use-cases/answer-files/queue-file';
import {
  AnswerFilePage,
  AnswerFileView,
  AnswerLinesView,
  FileCheckBody,
  LinesQuery,
} from './answer-files.dto';

const ACCEPTED = 202;
const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@ApiTags('confirmations')
@Controller('answer-files')
export class AnswerFilesController {
  constructor(
    private readonly db: Db,
    private readonly queue: QueueFile,
    private readonly moving: MoveAnswerFile,
    private readonly queries: AnswerFileQueries,
  ) {}

  /** What is open, as CSV: fill in `decision` and what goes with it, and hand the file in. */
  @Get('queue.csv')
  @Requires('confirmation.propose')
  @Header('content-disposition', 'attachment; filename="to-confirm.csv"')
  @Header('x-content-type-options', 'nosniff')
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  download(@CurrentActor() actor: Actor): StreamableFile {
    const pieces = this.queue.pieces(actor);
    return new StreamableFile(Readable.from(pieces, { objectMode: false }), {
      type: 'text/csv; charset=utf-8',
    });
  }

  /** Hands in one CSV or XLSX file of up to 50,000 answers. It is planned in the background; nothing is proposed yet. */
  @Post()
  @HttpCode(ACCEPTED)
  @Requires('confirmation.propose')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiAcceptedResponse({ type: AnswerFileView })
  async receive(
    @CurrentCommand() command: Command,
    @Req() request: FastifyRequest,
  ): Promise<AnswerFileShown> {
    return this.moving.receive(command, uploadedFiles(request));
  }

  @Get()
  @Requires('confirmation.read')
  @ApiOkResponse({ type: AnswerFilePage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<AnswerFilePage> {
    const { items, next } = await this.queries.page(actor, page);
    return { items: [...items], next };
  }

  @Get(':id')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: AnswerFileView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<AnswerFileShown> {
    return this.queries.byId(this.db.reads, actor, id);
  }

  /** What became of each line in the present stage. */
  @Get(':id/lines')
  @Requires('confirmation.read')
  @ApiOkResponse({ type: AnswerLinesView })
  async lines(
    @CurrentActor() actor: Actor,
    @IdParam() id: string,
    @Query() { after, limit, only }: LinesQuery,
  ): Promise<AnswerLinesView> {
    const wish = { after, limit: limit + 1, onlyRefused: only === 'refused' };
    const found = await this.queries.lines(actor, id, wish);
    return { items: found.slice(0, limit), more: found.length > limit };
  }

  /** Proposes what the plan found sound; every line is judged again. */
  @Post(':id/application')
  @HttpCode(ACCEPTED)
  @Requires('confirmation.propose')
  @ApiAcceptedResponse({ type: AnswerFileView })
  async apply(@CurrentCommand() command: Command, @IdParam() id: string): Promise<AnswerFileShown> {
    return this.moving.apply(command, id);
  }

  /** Approves or declines all that the file proposed; never by who handed it in. */
  @Post(':id/check')
  @HttpCode(ACCEPTED)
  @Requires('confirmation.check')
  @ApiAcceptedResponse({ type: AnswerFileView })
  async check(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Body() { decision }: FileCheckBody,
  ): Promise<AnswerFileShown> {
    return this.moving.check(command, id, decision);
  }
}
