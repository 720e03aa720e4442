// Idempotency records are kept for thirty days; older ones go, a bounded number at a time.
import { Injectable } from '@nestjs/common';
import { Every } from '../jobs/schedule';
import { Db, query } from './db';

const BATCH = 10_000;

@Injectable()
export class PurgeKeys {
  constructor(private readonly db: Db) {}

  @Every('platform.purge_keys', '17 3 * * *')
  async execute(): Promise<void> {
    for (let removed = BATCH; removed === BATCH;) {
      const rows = await this.db.run((tx) =>
        query(
          tx,
          `delete from platform.idempotency_key where (principal, route, key) in (
             select principal, route, key from platform.idempotency_key
             where created_at < now() - interval '30 days' limit ${BATCH})
           returning 1`,
        ),
      );
      removed = rows.length;
    }
  }
}
