// What the log's routes take and give.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, IdField, InstantField, IntField, PageOf, PageQuery, TextField } from '#platform';
import { WITNESS_PROBLEMS, type WitnessProblem } from '../domain/witnesses/add-checkpoint';
import type { Part, Opened } from '../domain/leaf';

const MOST = Number.MAX_SAFE_INTEGER;
const HASH = { type: String, description: 'Base64 of 32 bytes', minLength: 44, maxLength: 44 };

export class InclusionQuery {
  @IntField(0, MOST, 'Index of the leaf') index!: number;
  @IntField(1, MOST, 'Size of the checkpoint; the newest when left out', { optional: true }) size?: number;
}
export class ConsistencyQuery {
  @IntField(1, MOST, 'Size of the earlier checkpoint') from!: number;
}
export class SizeParameter {
  @IntField(1, MOST, 'Size of the checkpoint') size!: number;
}

export class InclusionView {
  @IntField(0, MOST, 'Index of the leaf') leafIdx!: number;
  @IntField(1, MOST, 'Size of the tree') treeSize!: number;
  @ApiProperty(HASH) root!: string;
  @ApiProperty(HASH) leafHash!: string;
  @ApiProperty({ type: [String], description: 'Base64, from the leaf upwards' }) proof!: string[];
}
export class ConsistencyView {
  @IntField(1, MOST, 'Size of the earlier tree') size1!: number;
  @IntField(1, MOST, 'Size of the later tree') size2!: number;
  @ApiProperty(HASH) root1!: string;
  @ApiProperty(HASH) root2!: string;
  @ApiProperty({ type: [String], description: 'Base64' }) proof!: string[];
}

export class KeyChangesView {
  @ApiProperty({ type: [String], description: 'Signed notes, the first change first' }) notes!: string[];
}
export class WitnessView {
  @TextField(200, 'Name of its key') name!: string;
  @TextField(400, 'name+id+key, as C2SP tlog-cosignature has it') key!: string;
  @IntField(1, MOST, 'Size of the newest checkpoint it cosigned', { nullable: true }) cosignedSize!:
    number | null;
  @InstantField('When, by its clock', { nullable: true }) cosignedAt!: string | null;
  @InstantField('When it was asked last', { nullable: true }) askedAt!: string | null;
  @CodeField(WITNESS_PROBLEMS, 'Why it did not cosign then', { nullable: true })
  problem!: WitnessProblem | null;
}
export class WitnessesView {
  @ApiProperty({ type: [WitnessView] }) witnesses!: WitnessView[];
}
/** The name of a tile in parts, because its index is written in groups of three digits. */
export class TileParameters {
  @TextField(7, 'Level, or "entries"') level!: string;
  @TextField(20, 'Index, or its first three digits') first!: string;
  @TextField(20, 'Next digits, or the width of a tile that is not full', { optional: true }) second?: string;
  @TextField(20, 'Next digits, or the width', { optional: true }) third?: string;
  @TextField(20, 'Width', { optional: true }) fourth?: string;
}

export class ReceiptsQuery extends PageQuery {
  @IdField('Receipts of the deeds on this subject') subjectId!: string;
  @IntField(1, 2_147_483_647, 'Only the deed that made this version', { optional: true })
  subjectVersion?: number;
}

class CommitmentsView {
  @ApiProperty(HASH) actor!: string;
  @ApiProperty(HASH) details!: string;
}
class LeafView {
  @TextField(40, 'Format of the leaf') format!: 'youquan/deed/1';
  @IdField('Deed') deedId!: string;
  @TextField(40, 'When, RFC 3339 with six decimals') at!: string;
  @TextField(80, 'What, as library.what_happened') action!: string;
  @TextField(40, 'Kind of subject') subjectType!: string;
  @IdField('Subject') subjectId!: string;
  @IntField(1, 2_147_483_647, 'Version of the subject after the deed') subjectVersion!: number;
  @ApiProperty({ type: CommitmentsView }) commitments!: CommitmentsView;
}
export class ReceiptView {
  @IdField('Id of the deed') id!: string;
  @TextField(40, 'Format of the receipt') format!: 'youquan/receipt/1';
  @ApiProperty({ type: LeafView }) leaf!: LeafView;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    description: 'The parts of the deed that the caller may see, each with the salt of its commitment',
  })
  opened!: Partial<Record<Part, Opened>>;
  @IntField(0, MOST, 'Index of the leaf') leafIndex!: number;
  @ApiProperty({ type: [String], description: 'Inclusion proof: base64, from the leaf upwards' })
  inclusion!: readonly string[];
  @TextField(4000, 'Signed checkpoint (C2SP tlog-checkpoint)') checkpoint!: string;
  @TextField(300, 'Name and id of the key that signed it') keyId!: string;
}
export class ReceiptPage extends PageOf(ReceiptView) {}
