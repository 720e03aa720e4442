// What one's own keys and sessions take and give.
import { ApiProperty } from '@nestjs/swagger';
import { FlagField, IdField, InstantField, IntField, TextField } from '#platform';

export class SignInCodeBody {
  @TextField(43, 'The challenge that the right password gave') challenge!: string;
  @TextField(40, 'Code of the authenticator, or a recovery code') code!: string;
}
export class OwnPasswordBody {
  @TextField(200, 'One’s password, once more') password!: string;
}
export class CodeBody {
  @TextField(40, 'Code of the authenticator') code!: string;
}
export class ProofBody {
  @TextField(200, 'One’s password, once more') password!: string;
  @TextField(40, 'Code of the authenticator, or a recovery code') code!: string;
}
export class EnrolmentView {
  @TextField(64, 'The secret in Base32, to be typed where the picture cannot be scanned') secret!: string;
  @TextField(300, 'otpauth address: the content of the picture') address!: string;
}
export class RecoveryCodesView {
  @ApiProperty({ type: [String], description: 'Shown this once; each opens one sign-in' })
  recoveryCodes!: readonly string[];
}
export class EnrolledView extends RecoveryCodesView {
  @TextField(43, 'The session goes on under this token; a browser has it as a cookie') token!: string;
}
export class SessionView {
  @IdField('Id of the session') id!: string;
  @TextField(64, 'Network address at sign-in', { nullable: true }) address!: string | null;
  @TextField(300, 'How the program names itself', { nullable: true }) agent!: string | null;
  @ApiProperty({ type: [String], description: 'password, totp' }) authenticatedBy!: readonly string[];
  @InstantField('Signed in') createdAt!: string;
  @InstantField('Last used, to the minute') lastSeenAt!: string;
  @FlagField('The session of this request') isThis!: boolean;
  @FlagField('Opened on the same device as the session of this request') isThisDevice!: boolean;
}
export class SessionsView {
  @ApiProperty({ type: [SessionView] }) items!: readonly SessionView[];
}
export class EndedView {
  @IntField(0, 100_000, 'How many ended') ended!: number;
}
