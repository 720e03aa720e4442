// Idempotency: a command with a key happens once, and its answer is stored in the deed's own transaction.
// (principal, route, key) -> request hash and response; a twin that runs at the same time waits for the first answer.
import { Injectable } from '@nestjs/common';
import type { Actor } from '../http/access';
import { errors } from '../http/errors';
import { Db, query, type Tx } from './db';
import { sqlState } from './sql-state';

export interface IdempotencyKey {
  readonly route: string;
  readonly key: string;
  /** SHA-256 of the request's parameters and body. */
  readonly requestHash: string;
}
/**
 * Looks at a command inside its own transaction, before anything else is done and after it was answered; what it throws
 * undoes the whole. Called again from the start when the transaction is retried, or when a batch is rerun singly.
 */
export interface CommandWatch {
  before(tx: Tx): Promise<void>;
  after(tx: Tx, answer: unknown): Promise<void>;
}
export interface Command {
  readonly actor: Actor;
  readonly idempotency: IdempotencyKey | null;
  readonly watch?: CommandWatch | undefined;
}

/** What became of a command in a batch: it is new, was answered before, or repeats an earlier one of the batch. */
export type Claim =
  | { readonly kind: 'new' }
  | { readonly kind: 'answered'; readonly response: unknown }
  | { readonly kind: 'mismatch' }
  | { readonly kind: 'twin'; readonly of: number };

interface Row {
  readonly principal: string;
  readonly route: string;
  readonly key: string;
  readonly request_hash: string;
  readonly response: unknown;
}

const LOCK_TIMEOUT = '55P03';
const WAIT_FOR_TWIN = '5s';
const name = (principal: string, route: string, key: string) => JSON.stringify([principal, route, key]);
const keysOf = (commands: readonly Command[]) =>
  commands.flatMap(({ actor, idempotency }) =>
    idempotency ? [{ principal: actor.userId, ...idempotency }] : [],
  );
const nameOf = ({ actor, idempotency }: Command) =>
  idempotency && name(actor.userId, idempotency.route, idempotency.key);

@Injectable()
export class Once {
  constructor(private readonly db: Db) {}

  /**
   * `db.run` for a command: with the same key and the same request the stored answer is given again.
   * @throws platform.key_reused (422) the same key with another request; platform.key_in_progress (409, retryable)
   */
  async run<T>(command: Command, work: (tx: Tx) => Promise<T>): Promise<T> {
    if (!command.idempotency && !command.watch) return this.db.run(work);
    return this.db.run(async (tx) => {
      const [claim] = await this.claim(tx, [command]);
      if (claim?.kind === 'mismatch') throw errors.key_reused();
      if (claim?.kind === 'answered') return claim.response as T;
      const response = await work(tx);
      await command.watch?.after(tx, response);
      await this.answer(tx, [command], [response]);
      return response;
    });
  }

  /** For batches: claims the keys of many commands by one statement, in one order so that batches cannot deadlock. */
  async claim(tx: Tx, commands: readonly Command[]): Promise<Claim[]> {
    for (const { watch } of commands) await watch?.before(tx);
    const first = new Map<string, number>();
    commands.forEach((command, index) => {
      const key = nameOf(command);
      if (key !== null && !first.has(key)) first.set(key, index);
    });
    const keyed = [...first.keys()].sort();
    const added = new Set(
      await this.insert(
        tx,
        keyed.map((key) => commands[first.get(key) ?? 0] as Command),
      ),
    );
    const known = added.size === keyed.length ? new Map<string, Row>() : await this.stored(tx, keyed);
    return commands.map((command, index): Claim => {
      const key = nameOf(command);
      if (key === null) return { kind: 'new' };
      const leader = first.get(key) ?? index;
      const hash = command.idempotency?.requestHash;
      if (leader !== index) {
        const same = commands[leader]?.idempotency?.requestHash === hash;
        return same ? { kind: 'twin', of: leader } : { kind: 'mismatch' };
      }
      if (added.has(key)) return { kind: 'new' };
      const row = known.get(key);
      return row && row.request_hash === hash
        ? { kind: 'answered', response: row.response }
        : { kind: 'mismatch' };
    });
  }

  /** For batches: keeps the answers beside the claims, and gives back the claims of those refused, whose answer is null. */
  async settle(tx: Tx, commands: readonly Command[], answers: readonly (object | null)[]): Promise<void> {
    const answered = commands.map((_, index) => (answers[index] ?? null) !== null);
    for (const [index, { watch }] of commands.entries())
      if (answered[index]) await watch?.after(tx, answers[index]);
    await this.answer(
      tx,
      commands.filter((_, index) => answered[index]),
      answers.filter((answer) => answer !== null),
    );
    await this.release(
      tx,
      commands.filter((_, index) => !answered[index]),
    );
  }

  /** Stores the answers beside the claims; commands without a key are passed over. */
  private async answer(tx: Tx, commands: readonly Command[], responses: readonly unknown[]): Promise<void> {
    const rows = commands.flatMap(({ actor, idempotency }, index) =>
      idempotency ? [{ actor, idempotency, response: JSON.stringify(responses[index] ?? null) }] : [],
    );
    if (rows.length === 0) return;
    await query(
      tx,
      `update platform.idempotency_key k set response = a.response::jsonb
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as a (principal, route, key, response)
       where k.principal = a.principal and k.route = a.route and k.key = a.key`,
      [
        rows.map(({ actor }) => actor.userId),
        rows.map(({ idempotency }) => idempotency.route),
        rows.map(({ idempotency }) => idempotency.key),
        rows.map(({ response }) => response),
      ],
    );
  }

  /** A refusal leaves no trace and is judged afresh, so its claim goes back in the transaction that made it. */
  private async release(tx: Tx, commands: readonly Command[]): Promise<void> {
    const keys = keysOf(commands);
    if (keys.length === 0) return;
    await query(
      tx,
      `delete from platform.idempotency_key k
       using unnest($1::uuid[], $2::text[], $3::text[]) as r (principal, route, key)
       where k.principal = r.principal and k.route = r.route and k.key = r.key`,
      [keys.map(({ principal }) => principal), keys.map(({ route }) => route), keys.map(({ key }) => key)],
    );
  }

  /** Waits for a twin in flight at most five seconds; the limit holds for this one statement, in its own transaction. */
  private async insert(tx: Tx, commands: readonly Command[]): Promise<string[]> {
    if (commands.length === 0) return [];
    const keys = keysOf(commands);
    try {
      const [row] = await query<{ added: readonly Row[] }>(
        tx,
        `with patience as materialized (select set_config('lock_timeout', $5, true)),
         added as (
           insert into platform.idempotency_key (principal, route, key, request_hash)
           select wanted.* from patience, unnest($1::uuid[], $2::text[], $3::text[], $4::text[]) as wanted
           on conflict do nothing returning principal, route, key)
         select coalesce(json_agg(added), '[]') as added, set_config('lock_timeout', '0', true) from added`,
        [
          keys.map(({ principal }) => principal),
          keys.map(({ route }) => route),
          keys.map(({ key }) => key),
          keys.map(({ requestHash }) => requestHash),
          WAIT_FOR_TWIN,
        ],
      );
      return (row?.added ?? []).map(({ principal, route, key }) => name(principal, route, key));
    } catch (error) {
      if (sqlState(error) === LOCK_TIMEOUT) throw errors.key_in_progress();
      throw error;
    }
  }

  private async stored(tx: Tx, names: readonly string[]): Promise<Map<string, Row>> {
    const parts = names.map((text) => JSON.parse(text) as [string, string, string]);
    const rows = await query<Row>(
      tx,
      `select k.principal, k.route, k.key, k.request_hash, k.response from platform.idempotency_key k
       join unnest($1::uuid[], $2::text[], $3::text[]) as a (principal, route, key) using (principal, route, key)`,
      [parts.map(([principal]) => principal), parts.map(([, route]) => route), parts.map(([, , key]) => key)],
    );
    return new Map(rows.map((row) => [name(row.principal, row.route, row.key), row]));
  }
}
