// What signing in takes and gives.
import { ApiProperty } from '@nestjs/swagger';
import { CodeField, FlagField, IdField, InstantField, IntField, ObjectField, TextField } from '#platform';
import { UserView } from './users.dto';

const MOST_MINUTES = 2_147_483_647;

export class SignInBody {
  @TextField(80, 'Login; case does not count') login!: string;
  @TextField(200, 'Password') password!: string;
}

export class PasswordBody {
  @TextField(200, 'The password until now') oldPassword!: string;
  @TextField(200, 'The new one: at least 12 characters, not the login or the organisation’s name')
  newPassword!: string;
}

export class SignedInView {
  @TextField(43, 'Opaque token for the header Authorization: Bearer; a browser uses the cookie instead')
  token!: string;
  @InstantField('When the session ends in any case; without use it ends earlier') expiresAt!: string;
  @IntField(1, 2_678_400, 'Seconds from sign-in until then') lifetimeSeconds!: number;
  @ObjectField(() => UserView, 'Who signed in') user!: UserView;
}

class OwnIdentifierView {
  @TextField(5, 'Scheme') scheme!: string;
  @TextField(80, 'Number') value!: string;
}
class OwnOrganisationView {
  @IdField('Id of the organisation') id!: string;
  @TextField(200, 'Registered name') legalName!: string;
  @ApiProperty({ type: [String] }) capabilities!: readonly string[];
  @ApiProperty({ type: [OwnIdentifierView] }) identifiers!: readonly OwnIdentifierView[];
  @CodeField(['active', 'suspended'], 'State') status!: string;
}
class SecondFactorView {
  @FlagField('The person has an authenticator') enrolled!: boolean;
  @FlagField('They must have one: without it nothing else is permitted') required!: boolean;
  @IntField(0, 10, 'Recovery codes that were not used') recoveryCodesLeft!: number;
}
export class MeView {
  @ObjectField(() => UserView, 'The signed-in person') user!: UserView;
  @ObjectField(() => OwnOrganisationView, 'Their organisation') organisation!: OwnOrganisationView;
  @ApiProperty({ type: [String] }) roles!: readonly string[];
  @ApiProperty({ type: [String], description: 'All permissions of the roles, in order' })
  permissions!: readonly string[];
  @IntField(1, MOST_MINUTES, 'The session ends after so many minutes without use')
  sessionIdleMinutes!: number;
  @ObjectField(() => SecondFactorView, 'The second factor of sign-in') secondFactor!: SecondFactorView;
}
