// What the routes of machine clients and of tokens take and give. Tokens are named as RFC 6749 names them.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  CodeListField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  ObjectField,
  PageOf,
  TextField,
} from '#platform';
import { CLIENT_STATES, type ClientState } from '../../domain/client';
import { PERMISSIONS } from '../../domain/permissions';

const CURVES = ['P-256', 'Ed25519'] as const;
const ASSERTION_TYPE = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

export class NewClientBody {
  @TextField(100, 'Name of the program') name!: string;
  @CodeListField(PERMISSIONS, 'What it may do: a part of the organisation’s business', {
    max: PERMISSIONS.length,
  })
  permissions!: string[];
}
class JwkBody {
  @CodeField(['EC', 'OKP'], 'Kind of key') kty!: 'EC' | 'OKP';
  @CodeField(CURVES, 'Curve') crv!: 'P-256' | 'Ed25519';
  @TextField(43, 'Public coordinate, base64url') x!: string;
  @TextField(43, 'Second coordinate, for P-256', { optional: true }) y?: string;
}
export class ClientKeyBody {
  @ObjectField(() => JwkBody, 'The public half of a key pair (RFC 7517)') jwk!: JwkBody;
  @InstantField('From when it counts; left out: at once', { optional: true }) validFrom?: string;
  @InstantField('Until when; left out: until it is retired', { optional: true }) validUntil?: string;
}
export class KeyRetirementBody {
  @TextField(43, 'Thumbprint of the key') kid!: string;
}
export class ClientStatusBody {
  @CodeField(CLIENT_STATES, 'The state the client shall have') status!: ClientState;
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

class ClientKeyView {
  @TextField(43, 'Thumbprint of the key (RFC 7638); "kid" of assertions') kid!: string;
  @TextField(20, 'Curve') curve!: string;
  @InstantField('From when it counts') validFrom!: string;
  @InstantField('Until when', { nullable: true }) validUntil!: string | null;
  @InstantField('When it was retired', { nullable: true }) retiredAt!: string | null;
  @FlagField('Assertions signed with it are taken now') inForce!: boolean;
}
export class ClientView {
  @IdField('Id of the client: "iss" and "sub" of its assertions') id!: string;
  @IdField('Organisation') organisationId!: string;
  @TextField(100, 'Name of the program') name!: string;
  @ApiProperty({ type: [String], description: 'What it may do' }) permissions!: readonly string[];
  @CodeField(CLIENT_STATES, 'A suspended client gets no token') status!: ClientState;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @InstantField('When it was registered') createdAt!: string;
  @ApiProperty({ type: [ClientKeyView] }) keys!: readonly ClientKeyView[];
  @ApiProperty({
    type: [String],
    description: 'suspend, reinstate, add_key, retire_key, when the caller may',
  })
  actions!: readonly string[];
}
export class ClientPage extends PageOf(ClientView) {}

export class TokenBody {
  @CodeField(['client_credentials', 'refresh_token'], 'Grant (RFC 6749)')
  grant_type!: 'client_credentials' | 'refresh_token';
  @CodeField([ASSERTION_TYPE], 'Of a client: RFC 7523', { optional: true }) client_assertion_type?: string;
  @TextField(4_000, 'Of a client: the signed JWT', { optional: true }) client_assertion?: string;
  @TextField(2_000, 'Of a client: permissions asked for, with blanks between; left out: all', {
    optional: true,
  })
  scope?: string;
  @TextField(43, 'Of a person’s program: the refresh token, which is spent by this', { optional: true })
  refresh_token?: string;
}
export class TokenView {
  @TextField(60, 'For the header Authorization: Bearer') access_token!: string;
  @CodeField(['Bearer'], 'Kind of token') token_type!: 'Bearer';
  @IntField(1, 86_400, 'Seconds for which it counts') expires_in!: number;
  @TextField(43, 'The next refresh token; a client gets none', { optional: true }) refresh_token?: string;
  @TextField(2_000, 'What a client’s token may do', { optional: true }) scope?: string;
}
