// Under which keys each name of a grantor is found when it is asked for otherwise than it was filed. Derived from the
// filings, so it can be made again; names that were filed before get their keys here.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { hanTables } from '../src/data/rows/han-tables';
import { nameRows } from '../src/data/rows/name-rows';

const AT_A_TIME = 2_000;

const TABLES = `
  create table registry.grantor_name (
    id uuid primary key,
    name_key text not null check (name_key <> ''),
    legal_name text not null check (legal_name <> ''),
    cores text[] not null check (cardinality(cores) between 1 and 2),
    constraint grantor_name_once unique (name_key)
  );
  create table registry.grantor_name_key (
    key bigint not null check (key >= 0),
    name_id uuid not null references registry.grantor_name (id),
    sketch bigint check (sketch >= 0),
    primary key (key, name_id) include (sketch)
  );
`;

export class RegistryGrantorName1763900450000 implements MigrationInterface {
  readonly name = 'RegistryGrantorName1763900450000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    for (let last = ''; ;) {
      const names = (await runner.query(
        `select name_key as "nameKey", min(legal_name) as "legalName" from registry.filing_party
         where role = 'grantor' and name_key > $1 group by name_key order by name_key limit ${AT_A_TIME}`,
        [last],
      )) as { nameKey: string; legalName: string }[];
      const { rows, keys } = nameRows(
        names.map(({ legalName }) => legalName),
        hanTables,
      );
      await runner.query(
        `insert into registry.grantor_name select * from json_populate_recordset(null::registry.grantor_name, $1)`,
        [JSON.stringify(rows)],
      );
      await runner.query(
        `insert into registry.grantor_name_key
         select * from json_populate_recordset(null::registry.grantor_name_key, $1)`,
        [JSON.stringify(keys)],
      );
      const end = names.at(-1);
      if (!end) return;
      last = end.nameKey;
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table registry.grantor_name_key; drop table registry.grantor_name;');
  }
}
