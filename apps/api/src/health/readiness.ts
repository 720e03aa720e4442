// What must hold before requests are sent here: the schema is the one this build knows, and what an operator should hear.
import { Injectable } from '@nestjs/common';
import { type HealthIndicatorResult, HealthIndicatorService } from '@nestjs/terminus';
import { Db, PARKED, query } from '#platform';
import { schemas } from '../../../application';

@Injectable()
export class Readiness {
  constructor(
    private readonly db: Db,
    private readonly indicators: HealthIndicatorService,
  ) {}

  async migrations(): Promise<HealthIndicatorResult> {
    const known = schemas.flatMap(({ migrations }) => migrations.map(({ name }) => name));
    const rows = await query<{ name: string }>(this.db.reads, 'select name from public.migration');
    const run = new Set(rows.map(({ name }) => name));
    const missing = known.filter((name) => !run.has(name));
    const check = this.indicators.check('migrations');
    return missing.length === 0 ? check.up() : check.down({ missing });
  }

  /** A superuser may change any book, whatever was revoked: the process serves, and says so. */
  async books(): Promise<HealthIndicatorResult> {
    const [row] = await query<{ superuser: boolean }>(
      this.db.reads,
      'select rolsuper as superuser from pg_roles where rolname = current_user',
    );
    const protectedBooks = row?.superuser === false;
    return this.indicators
      .check('books')
      .up(protectedBooks ? { protected: true } : { protected: false, warning: 'the login is a superuser' });
  }

  async jobs(): Promise<HealthIndicatorResult> {
    const [row] = await query<{ parked: number }>(
      this.db.reads,
      `select count(*)::int as parked from jobs.job where name = $1 and state = 'created'`,
      [PARKED],
    );
    return this.indicators.check('jobs').up({ parked: row?.parked ?? 0 });
  }
}
