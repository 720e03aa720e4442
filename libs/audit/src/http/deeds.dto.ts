// What the list of deeds takes and gives.
import { ApiProperty } from '@nestjs/swagger';
import { IdField, InstantField, IntField, PageOf, PageQuery, TextField } from '#platform';

export class DeedsQuery extends PageQuery {
  @IdField('Only deeds on this subject', { optional: true }) subjectId?: string;
}

class DeedView {
  @IdField('Id of the deed') id!: string;
  @InstantField('When') at!: string;
  @IdField('Who; null when the platform itself did it', { nullable: true }) userId!: string | null;
  @IdField('For which organisation', { nullable: true }) organisationId!: string | null;
  @TextField(80, 'What, as library.what_happened') action!: string;
  @TextField(40, 'Kind of subject') subjectType!: string;
  @IdField('Subject') subjectId!: string;
  @IntField(1, 2_147_483_647, 'Version of the subject after the deed') subjectVersion!: number;
  @ApiProperty({ type: 'object', additionalProperties: true }) details!: Record<string, unknown>;
}

export class DeedPage extends PageOf(DeedView) {}
