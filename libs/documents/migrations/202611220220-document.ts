// Which files were received, from whom; the content itself lies in the vault under its own hash.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class Documents1763778000000 implements MigrationInterface {
  readonly name = 'Documents1763778000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema documents;

      create table documents.document (
        id uuid primary key,
        owner_id uuid not null,
        uploader_id uuid not null,
        name text not null check (length(name) between 1 and 200),
        media_type text not null,
        size_bytes bigint not null check (size_bytes >= 0),
        sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
        received_at timestamptz not null
      );
      create index document_owner on documents.document (owner_id, id);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema documents cascade');
  }
}
