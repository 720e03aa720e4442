// Agreements by which one registration lets another go first: a book of what each side did, and where each stands.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistrySubordination1763900580000 implements MigrationInterface {
  readonly name = 'RegistrySubordination1763900580000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.subordination (
        id uuid primary key,
        junior_id uuid not null references registry.filing (id),
        senior_id uuid not null references registry.filing (id),
        terms text not null check (length(terms) between 1 and 1000),
        check (junior_id <> senior_id)
      );
      create index subordination_junior on registry.subordination (junior_id);
      create index subordination_senior on registry.subordination (senior_id);

      create table registry.subordination_step (
        subordination_id uuid not null references registry.subordination (id),
        version int not null check (version > 0),
        step text not null check (step in ('propose', 'agree', 'decline', 'withdraw', 'ask_end', 'agree_end', 'keep')),
        side text not null check (side in ('junior', 'senior')),
        at timestamptz(6) not null,
        by_user uuid not null,
        by_organisation uuid not null,
        primary key (subordination_id, version),
        check ((version = 1) = (step = 'propose'))
      );

      create table registry.subordination_current (
        subordination_id uuid primary key references registry.subordination (id),
        lower_id uuid not null references registry.filing (id),
        higher_id uuid not null references registry.filing (id),
        state text not null check (state in ('proposed', 'agreed', 'ending', 'ended', 'declined', 'withdrawn')),
        version int not null check (version > 0),
        check (lower_id < higher_id)
      );
      create unique index subordination_once on registry.subordination_current (lower_id, higher_id)
        where state in ('proposed', 'agreed', 'ending');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table registry.subordination_current; drop table registry.subordination_step;
      drop table registry.subordination;
    `);
  }
}
