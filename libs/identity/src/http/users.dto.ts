// What the routes of users take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  CodeListField,
  FlagField,
  IdField,
  InstantField,
  IntField,
  PageOf,
  PageQuery,
  TextField,
} from '#platform';
import { type Role, ROLES } from '../domain/permissions';
import { USER_STATES, type UserState } from '../domain/user';

const EVERY_ROLE = { max: ROLES.length };

export class NewUserBody {
  @TextField(80, 'Login: 3 to 80 letters, digits and . _ @ + -; case does not count') login!: string;
  @TextField(100, 'Name of the person') name!: string;
  @IdField('Organisation the person works for') organisationId!: string;
  @CodeListField(ROLES, 'What the person may do; each must suit the organisation', EVERY_ROLE)
  roles!: Role[];
  @TextField(254, 'Mail address, which the person verifies by a link', { optional: true }) email?: string;
  @TextField(200, 'First password, at least 12 characters; the person may change it') password!: string;
}

export class UserStatusBody {
  @CodeField(USER_STATES, 'The state the user shall have') status!: UserState;
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class RolesBody {
  @CodeListField(ROLES, 'What the person shall be permitted', EVERY_ROLE) roles!: Role[];
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class RolesDecisionBody {
  @CodeField(['approve', 'decline'], 'Whether the roles asked for are given') decision!:
    'approve' | 'decline';
}

export class SecondFactorRuleBody {
  @FlagField('Everybody of the organisation must have an authenticator') required!: boolean;
}

export class ReasonBody {
  @TextField(500, 'Why; kept with the deed') reason!: string;
}

export class UsersQuery extends PageQuery {
  @IdField('Only people of this organisation', { optional: true }) organisationId?: string;
}

export class UserView {
  @IdField('Id of the user') id!: string;
  @TextField(80, 'Login, in lower case') login!: string;
  @TextField(100, 'Name of the person') name!: string;
  @IdField('Organisation') organisationId!: string;
  @CodeListField(ROLES, 'What the person may do', EVERY_ROLE) roles!: readonly Role[];
  @ApiProperty({ type: [String], nullable: true, description: 'Asked for and not decided' })
  pendingRoles!: readonly string[] | null;
  @TextField(254, 'Verified mail address', { nullable: true }) email!: string | null;
  @TextField(254, 'Stated and not verified yet', { nullable: true }) pendingEmail!: string | null;
  @FlagField('The person has an authenticator') secondFactor!: boolean;
  @FlagField('A new password was asked for and awaits another person’s word') resetAsked!: boolean;
  @CodeField(USER_STATES, 'A suspended user cannot sign in') status!: UserState;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @InstantField('When the user was made') createdAt!: string;
  @ApiProperty({
    type: [String],
    description:
      'suspend, reinstate, change_password, change_roles, decide_roles, reset_totp, ask_reset, approve_reset, decline_reset, when the caller may',
  })
  actions!: readonly string[];
}
export class UserPage extends PageOf(UserView) {}
