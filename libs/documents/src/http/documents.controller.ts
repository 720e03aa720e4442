// An organisation's own files: which there are, and each exactly as it was received.
import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiProduces, ApiTags } from '@nestjs/swagger';
import { type Actor, CurrentActor, IdParam, PageQuery, Requires } from '#platform';
import type { StoredDocument } from '../data/document.entity';
import { Documents } from '../use-cases/documents';
import { attachment } from '../use-cases/file-name';
import { DocumentPage, DocumentView } from './documents.dto';

const viewOf = ({ sizeBytes, receivedAt, ...document }: StoredDocument): DocumentView => ({
  ...document,
  sizeBytes: Number(sizeBytes),
  receivedAt: receivedAt.toISOString(),
  actions: ['download'],
});

@ApiTags('documents')
@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: Documents) {}

  @Get()
  @Requires('document.read')
  @ApiOkResponse({ type: DocumentPage })
  async list(@CurrentActor() actor: Actor, @Query() page: PageQuery): Promise<DocumentPage> {
    const { items, next } = await this.documents.page(actor, page);
    return { items: items.map(viewOf), next };
  }

  @Get(':id')
  @Requires('document.read')
  @ApiOkResponse({ type: DocumentView })
  async one(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<DocumentView> {
    return viewOf(await this.documents.require(actor, id));
  }

  /** Always a download: what somebody uploaded is never shown as a page of ours. */
  @Get(':id/content')
  @Requires('document.read')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @ApiProduces('application/octet-stream')
  @ApiOkResponse({ schema: { type: 'string', format: 'binary' } })
  async content(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<StreamableFile> {
    const { document, bytes } = await this.documents.content(actor, id);
    return new StreamableFile(bytes, {
      type: document.mediaType,
      disposition: attachment(document.name),
      length: bytes.length,
    });
  }
}
