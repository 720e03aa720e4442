// What another library says about whose a document is can be held against the document itself by a foreign key.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class DocumentsOwner1763900720000 implements MigrationInterface {
  readonly name = 'DocumentsOwner1763900720000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table documents.document add constraint document_of_owner unique (id, owner_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table documents.document drop constraint document_of_owner');
  }
}
