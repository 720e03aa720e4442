// What the document routes give.
import { ApiProperty } from '@nestjs/swagger';
import { IdField, InstantField, IntField, PageOf, TextField } from '#platform';

export class DocumentView {
  @IdField('Id of the document') id!: string;
  @IdField('Organisation it belongs to') ownerId!: string;
  @IdField('User who sent it') uploaderId!: string;
  @TextField(200, 'File name') name!: string;
  @TextField(100, 'Media type, judged by the content') mediaType!: string;
  @IntField(0, Number.MAX_SAFE_INTEGER, 'Size in bytes') sizeBytes!: number;
  @TextField(64, 'SHA-256 of the content, hexadecimal') sha256!: string;
  @InstantField('When it was received') receivedAt!: string;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: string[];
}

export class DocumentPage extends PageOf(DocumentView) {}
