// A reference may also come over the API, without a file; the hash of what was filed with it tells a repetition from
// another registration.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DeskBulkReference1763900586000 implements MigrationInterface {
  readonly name = 'DeskBulkReference1763900586000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table desk.reference alter column file_id drop not null,
        add column content_hash text check (content_hash ~ '^[0-9a-f]{64}$'),
        add constraint reference_origin check ((file_id is null) = (content_hash is not null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from desk.reference where file_id is null;
      alter table desk.reference drop constraint reference_origin, drop column content_hash,
        alter column file_id set not null;
    `);
  }
}
