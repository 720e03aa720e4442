// Evidence in a dispute: adding a file, and having one as it was added.
import { createReadStream } from 'node:fs';
import { Controller, Get, Header, HttpCode, Post, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { attachment } from '#documents';
import {
  type Actor,
  type Command,
  CurrentActor,
  CurrentCommand,
  IdParam,
  Requires,
  uploadedFile,
} from '#platform';
import { AddDisputeFile } from '../../use-cases/disputes/add-dispute-file';
import { DisputeQueries } from '../../use-cases/disputes/disputes.queries';
import { DisputeView } from './disputes.dto';

const MAX_BYTES = 20 * 1024 * 1024;
const FILE = {
  type: 'object',
  required: ['file'],
  properties: { file: { type: 'string', format: 'binary' } },
};

@ApiTags('disputes')
@Controller()
export class DisputeFilesController {
  constructor(
    private readonly queries: DisputeQueries,
    private readonly adding: AddDisputeFile,
  ) {}

  /** Adds one file of up to 20 MB as evidence of your organisation; everybody whom the dispute concerns sees it. */
  @Post('disputes/:id/files')
  @HttpCode(200)
  @Requires('dispute.settle')
  @ApiConsumes('multipart/form-data')
  @ApiBody({ schema: FILE })
  @ApiOkResponse({ type: DisputeView })
  add(
    @CurrentCommand() command: Command,
    @IdParam() id: string,
    @Req() request: FastifyRequest,
  ): Promise<DisputeView> {
    return this.adding.execute(command, id, () => uploadedFile(request, MAX_BYTES));
  }

  /** Always a download: what somebody uploaded is never shown as a page of ours. */
  @Get('dispute-files/:id/content')
  @Requires('dispute.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { path, name, mediaType, sizeBytes } = await this.queries.file(actor, id);
    return new StreamableFile(createReadStream(path), {
      type: mediaType,
      disposition: attachment(name),
      length: sizeBytes,
    });
  }
}
