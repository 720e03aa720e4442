// The only file that queries identity.sign_in_brake: it holds over all processes, because they share the database.
import { Injectable } from '@nestjs/common';
import { query, type Tx } from '#platform';
import type { Brake } from '../domain/brake';

interface BrakeOf extends Brake {
  readonly subject: string;
}

@Injectable()
export class BrakeStore {
  /** The records of these subjects, made when missing, locked in one order. */
  async lock(tx: Tx, subjects: readonly string[]): Promise<BrakeOf[]> {
    const ordered = [...subjects].sort();
    await query(
      tx,
      `insert into identity.sign_in_brake (subject, failures)
       select subject, 0 from unnest($1::text[]) with ordinality as s (subject, n) order by n
       on conflict do nothing`,
      [ordered],
    );
    return query<BrakeOf>(
      tx,
      `select subject, failures, last_at as "lastAt", blocked_until as "blockedUntil"
       from identity.sign_in_brake where subject = any($1::text[]) order by subject collate "C" for update`,
      [ordered],
    );
  }

  async put(tx: Tx, brakes: readonly BrakeOf[]): Promise<void> {
    await query(
      tx,
      `update identity.sign_in_brake b set failures = n.failures, last_at = n.last_at,
         blocked_until = n.blocked_until
       from unnest($1::text[], $2::int[], $3::timestamptz[], $4::timestamptz[])
         as n (subject, failures, last_at, blocked_until)
       where b.subject = n.subject`,
      [
        brakes.map(({ subject }) => subject),
        brakes.map(({ failures }) => failures),
        brakes.map(({ lastAt }) => lastAt),
        brakes.map(({ blockedUntil }) => blockedUntil),
      ],
    );
  }

  /** Forgets records without an attempt since `before`, at most `most`; answers how many. */
  async purge(tx: Tx, before: Date, most: number): Promise<number> {
    const gone = await query(
      tx,
      `delete from identity.sign_in_brake where subject in (
         select subject from identity.sign_in_brake where last_at is null or last_at < $1
         limit $2 for update skip locked)
       returning 1`,
      [before, most],
    );
    return gone.length;
  }
}
