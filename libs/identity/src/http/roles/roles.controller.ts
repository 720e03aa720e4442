// The table of roles as everybody may read it: what is shown is the table that decides.
import { Controller, Get } from '@nestjs/common';
import { ApiOkResponse, ApiProperty, ApiTags } from '@nestjs/swagger';
import { CodeField, CodeListField, SignedIn } from '#platform';
import { PERMISSIONS, type Permission, type Role, ROLE_TABLE, ROLES } from '../../domain/permissions';

class RoleView {
  @CodeField(ROLES, 'The role') role!: Role;
  @ApiProperty({ type: [String], description: 'Capabilities of an organisation whose people may hold it' })
  heldBy!: readonly string[];
  @CodeField(['own', 'all'], 'Whose rows it sees') sees!: 'own' | 'all';
  @CodeListField(PERMISSIONS, 'What it permits', { max: PERMISSIONS.length })
  permissions!: readonly Permission[];
}
class RolesView {
  @ApiProperty({ type: [RoleView], description: 'In the order of the table' }) items!: readonly RoleView[];
}

@ApiTags('users')
@Controller('roles')
export class RolesController {
  /** Every role with its permissions. */
  @Get()
  @SignedIn()
  @ApiOkResponse({ type: RolesView })
  list(): RolesView {
    return { items: ROLES.map((role) => ({ role, ...ROLE_TABLE[role] })) };
  }
}
