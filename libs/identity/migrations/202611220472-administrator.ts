// Organisations have administrators, and a change of one's own roles awaits somebody else.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const change = (roles: readonly string[]) => `
  alter table identity.user_account drop constraint user_account_roles_check;
  alter table identity.user_account add constraint user_account_roles_check check (
    cardinality(roles) > 0 and roles <@ array[${roles.map((role) => `'${role}'`).join(', ')}]);
`;
const BEFORE = [
  ...['supplier', 'debtor_maker', 'debtor_checker', 'relationship_officer', 'risk_officer'],
  ...['registry_user', 'registrar', 'regulator', 'operator', 'operations'],
];

export class IdentityAdministrator1763900472000 implements MigrationInterface {
  readonly name = 'IdentityAdministrator1763900472000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ${change([...BEFORE, 'administrator'])}
      create table identity.role_proposal (
        id uuid primary key,
        user_id uuid not null references identity.user_account (id),
        user_version int not null,
        roles text[] not null check (cardinality(roles) > 0),
        reason text not null check (length(reason) between 1 and 500),
        proposed_at timestamptz not null,
        decided_by uuid references identity.user_account (id),
        decided_at timestamptz,
        decision text check (decision in ('approve', 'decline')),
        version int not null check (version > 0),
        check (num_nonnulls(decided_by, decided_at, decision) in (0, 3)),
        constraint role_proposal_two_people check (decided_by <> user_id)
      );
      create unique index role_proposal_open on identity.role_proposal (user_id) where decided_at is null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop table identity.role_proposal; ${change(BEFORE)}`);
  }
}
