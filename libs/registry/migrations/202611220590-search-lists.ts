// The history of searches by kind and by the client's own reference: without these, whoever made many searches of one
// kind waits for a list of another while all of them are read through.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistrySearchLists1763900590000 implements MigrationInterface {
  readonly name = 'RegistrySearchLists1763900590000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index search_kind on registry.search (searcher_organisation, (terms ->> 'by'), id);
      create index search_reference on registry.search (searcher_organisation, reference text_pattern_ops)
        where reference is not null;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index registry.search_kind; drop index registry.search_reference;');
  }
}
