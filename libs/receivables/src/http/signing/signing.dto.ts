// What the routes of signing keys take and give.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, FlagField, IdField, InstantField, IntField, PageOf, TextField } from '#platform';
import {
  KEY_ALGORITHMS,
  KEY_STATES,
  type KeyAlgorithm,
  type KeyState,
} from '../../domain/confirmation/signing-key';

export class NewKeyBody {
  @TextField(100, 'What its holder calls it: the device, the office') label!: string;
  @TextField(400, 'SubjectPublicKeyInfo of a P-256 or Ed25519 key, base64') publicKey!: string;
  @TextField(
    400,
    'Signature over the RFC 8785 JSON of {format: youquan/signing-key/1, organisationId, holderId, publicKey}, base64',
  )
  proof!: string;
}

export class KeyDecisionBody {
  @CodeField(['approve', 'decline'], 'The decision') decision!: 'approve' | 'decline';
}

export class KeyRevocationBody {
  @TextField(500, 'Why it may sign no more') reason!: string;
}

export class SigningKeyView {
  @IdField('Id of the key') id!: string;
  @IdField('Organisation it signs for') organisationId!: string;
  @IdField('Who holds it') holderId!: string;
  @TextField(100, 'What its holder calls it') label!: string;
  @CodeField(KEY_ALGORITHMS, 'Algorithm') algorithm!: KeyAlgorithm;
  @TextField(400, 'SubjectPublicKeyInfo, base64') publicKey!: string;
  @CodeField(KEY_STATES, 'Where it stands') state!: KeyState;
  @InstantField('When it was registered') registeredAt!: string;
  @IdField('Who approved or declined it', { nullable: true }) decidedBy!: string | null;
  @InstantField('When', { nullable: true }) decidedAt!: string | null;
  @InstantField('Until when it signs', { nullable: true }) validUntil!: string | null;
  @IdField('Who revoked it', { nullable: true }) revokedBy!: string | null;
  @InstantField('When', { nullable: true }) revokedAt!: string | null;
  @TextField(500, 'Why it was revoked', { nullable: true }) reason!: string | null;
  @FlagField('It is your own') isOwn!: boolean;
  @IntField(1, 2_147_483_647, 'Version') version!: number;
  @ApiProperty({ type: [String], description: 'What you may do with it now' }) actions!: readonly string[];
}

export class SigningKeyPage extends PageOf(SigningKeyView) {}
