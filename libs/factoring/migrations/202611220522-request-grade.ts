// The weakest evidence among what a request offers, as it was when it was asked, so that financiers can look for a grade.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class FactoringRequestGrade1763900522000 implements MigrationInterface {
  readonly name = 'FactoringRequestGrade1763900522000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table factoring.request add column worst_grade text check (worst_grade in ('A', 'B', 'C', 'D', 'E'))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table factoring.request drop column worst_grade');
  }
}
