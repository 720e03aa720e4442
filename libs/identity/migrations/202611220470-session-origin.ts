// A session knows how its holder was authenticated and from where: the device, the network address and the program.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class IdentitySessionOrigin1763900470000 implements MigrationInterface {
  readonly name = 'IdentitySessionOrigin1763900470000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.session
        add column authenticated_by text[] not null default '{password}'
          check (cardinality(authenticated_by) > 0 and authenticated_by <@ array['password', 'totp']),
        add column device text check (device ~ '^[0-9a-f]{64}$'),
        add column address text check (length(address) between 1 and 64),
        add column agent text check (length(agent) between 1 and 300);
      alter table identity.session alter column authenticated_by drop default;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.session
        drop column authenticated_by, drop column device, drop column address, drop column agent;
    `);
  }
}
