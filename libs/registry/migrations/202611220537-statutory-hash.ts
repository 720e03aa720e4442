// Of the statutory registry's certificate the hash is kept, and not the file: whoever entered it has that.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryStatutoryHash1763900537000 implements MigrationInterface {
  readonly name = 'RegistryStatutoryHash1763900537000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table registry.statutory_entry drop column file_id,
        add column certificate_sha256 text check (certificate_sha256 ~ '^[0-9a-f]{64}$');
      drop table registry.statutory_file;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.statutory_file (
        id uuid primary key,
        organisation_id uuid not null,
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        name text not null check (length(name) between 1 and 200),
        media_type text not null check (media_type in ('application/pdf', 'image/png', 'image/jpeg')),
        content bytea not null check (octet_length(content) between 1 and 5242880),
        stored_at timestamptz(6) not null,
        stored_by uuid not null,
        constraint statutory_file_once unique (organisation_id, sha256)
      );
      alter table registry.statutory_entry drop column certificate_sha256,
        add column file_id uuid references registry.statutory_file (id);
    `);
  }
}
