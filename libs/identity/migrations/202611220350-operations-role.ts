// Financiers' operations may be held as a role.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const change = (roles: readonly string[]) => `
  alter table identity.user_account drop constraint user_account_roles_check;
  alter table identity.user_account add constraint user_account_roles_check check (
    cardinality(roles) > 0 and roles <@ array[${roles.map((role) => `'${role}'`).join(', ')}]);
`;
const BEFORE = [
  'supplier',
  'debtor_maker',
  'debtor_checker',
  'relationship_officer',
  'risk_officer',
  'registry_user',
  'registrar',
  'regulator',
  'operator',
];

export class IdentityOperationsRole1763785800000 implements MigrationInterface {
  readonly name = 'IdentityOperationsRole1763785800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(change([...BEFORE, 'operations']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(change(BEFORE));
  }
}
