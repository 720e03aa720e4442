// What obliges whoever filed to amend or to cancel within days that the law counts: the fact, who stated it, and by when.
// Whoever is obliged is reminded, as is an objector who has to tell secured parties without an account.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class RegistryDuty1763900690000 implements MigrationInterface {
  readonly name = 'RegistryDuty1763900690000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table registry.duty (
        id uuid primary key,
        filing_id uuid not null references registry.filing (id),
        ground text not null check (ground in ('debt_discharged', 'security_enforced', 'security_waived',
          'otherwise_extinguished', 'grantor_renamed')),
        occurred_on date not null,
        due_on date not null,
        due_at timestamptz(6) not null,
        calendar_published boolean not null,
        former_name text check (length(former_name) between 1 and 200),
        former_key text,
        new_name text check (length(new_name) between 1 and 200),
        stated_at timestamptz(6) not null,
        by_user uuid,
        by_organisation uuid,
        check (due_on > occurred_on),
        check ((ground = 'grantor_renamed') = (former_name is not null)),
        check ((former_name is null) = (former_key is null)),
        check ((former_name is null) = (new_name is null)),
        check ((by_user is null) = (by_organisation is null))
      );
      create unique index duty_once on registry.duty (filing_id, ground, occurred_on, coalesce(former_key, ''));
      create index duty_due on registry.duty (due_at);
      alter table registry.reminder
        drop constraint reminder_kind_check,
        add constraint reminder_kind check (kind in ('expiry', 'objection_proof', 'objection_notice',
          'cancellation', 'name_change'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      delete from registry.reminder where kind not in ('expiry', 'objection_proof');
      alter table registry.reminder
        drop constraint reminder_kind,
        add constraint reminder_kind_check check (kind in ('expiry', 'objection_proof'));
      drop table registry.duty;
    `);
  }
}
