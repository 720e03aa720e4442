// What the routes of users take and give.
import { ApiProperty } from '@nestjs/swagger';
import {
  CodeField,
  CodeListField,
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
  @TextField(200, 'First password, at least 12 characters; the person may change it') password!: string;
}

export class UserStatusBody {
  @CodeField(USER_STATES, 'The state the user shall have') status!: UserState;
  @TextField(500, 'Why; kept with the deed') reason!: string;
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
  @CodeField(USER_STATES, 'A suspended user cannot sign in') status!: UserState;
  @IntField(1, 2_147_483_647, 'Goes up by one with each change') version!: number;
  @InstantField('When the user was made') createdAt!: string;
  @ApiProperty({ type: [String], description: 'suspend, reinstate or change_password, when the caller may' })
  actions!: readonly string[];
}
export class UserPage extends PageOf(UserView) {}
