// The only file that queries inbox.mail and mail_run: the mails, and up to where entries have been mailed.
import { Injectable } from '@nestjs/common';
import type { LocalDate } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Cadence, MailLanguage } from '../../domain/mail/wish';

export const MAIL_STATES = ['waiting', 'sent', 'failed', 'dropped'] as const;
export type MailState = (typeof MAIL_STATES)[number];
export type RunCadence = Exclude<Cadence, 'none'>;

export interface MailRow {
  readonly id: string;
  readonly userId: string;
  readonly organisationId: string;
  readonly cadence: RunCadence;
  readonly through: string;
  readonly language: MailLanguage;
  readonly entries: number;
  readonly subject: string;
  readonly body: string;
  readonly writtenAt: Date;
}
export interface KeptMailRow extends MailRow {
  readonly state: MailState;
  readonly tries: number;
  readonly lastError: string | null;
  readonly sentAt: Date | null;
  /** How often somebody had it sent again. */
  readonly resent: number;
}
export interface MailFilter extends PageQuery {
  readonly state?: MailState;
}
interface Run {
  readonly through: string;
  readonly ranOn: LocalDate | null;
}

const COLUMNS = `id, user_id as "userId", organisation_id as "organisationId", cadence, through, language, entries,
  subject, body, written_at as "writtenAt", state, tries, last_error as "lastError", sent_at as "sentAt", resent`;
const IN_SCOPE = '($1::uuid[] is null or organisation_id = any($1))';
const MOST_ERROR = 500;

@Injectable()
export class MailStore {
  /** One process at a time; null when another is at it. */
  async lockRun(tx: Tx, cadence: RunCadence): Promise<Run | null> {
    const [run] = await query<Run>(
      tx,
      `select through, ran_on as "ranOn" from inbox.mail_run where cadence = $1 for update skip locked`,
      [cadence],
    );
    return run ?? null;
  }

  async moveRun(tx: Tx, cadence: RunCadence, { through, ranOn }: Run): Promise<void> {
    await query(tx, 'update inbox.mail_run set through = $2, ran_on = $3 where cadence = $1', [
      cadence,
      through,
      ranOn,
    ]);
  }

  async add(tx: Tx, mails: readonly MailRow[]): Promise<void> {
    if (mails.length === 0) return;
    await query(
      tx,
      `insert into inbox.mail (id, user_id, organisation_id, cadence, through, language, entries, subject, body,
         written_at, state, resent)
       select *, 'waiting', 0 from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::uuid[], $6::text[],
         $7::int[], $8::text[], $9::text[], $10::timestamptz[])`,
      [
        mails.map(({ id }) => id),
        mails.map(({ userId }) => userId),
        mails.map(({ organisationId }) => organisationId),
        mails.map(({ cadence }) => cadence),
        mails.map(({ through }) => through),
        mails.map(({ language }) => language),
        mails.map(({ entries }) => entries),
        mails.map(({ subject }) => subject),
        mails.map(({ body }) => body),
        mails.map(({ writtenAt }) => writtenAt),
      ],
    );
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<KeptMailRow | undefined> {
    const [row] = await query<KeptMailRow>(
      on,
      `select ${COLUMNS} from inbox.mail where ${IN_SCOPE} and id = $2`,
      [scopeParam(scope), id],
    );
    return row;
  }

  async lock(tx: Tx, scope: Scope, id: string): Promise<KeptMailRow | undefined> {
    const [row] = await query<KeptMailRow>(
      tx,
      `select ${COLUMNS} from inbox.mail where ${IN_SCOPE} and id = $2 for update`,
      [scopeParam(scope), id],
    );
    return row;
  }

  /**
   * Before it goes out: for a while no other job sends it, and the link in it will be known by this. False when another job
   * is at it, or has done it.
   */
  async claim(
    tx: Tx,
    id: string,
    {
      now,
      until,
      unsubscribeHash,
    }: { readonly now: Date; readonly until: Date; readonly unsubscribeHash: Buffer },
  ): Promise<boolean> {
    const claimed = await query(
      tx,
      `update inbox.mail set claimed_until = $3, unsubscribe_hash = $4
       where id = $1 and state in ('waiting', 'failed') and (claimed_until is null or claimed_until <= $2) returning id`,
      [id, now, until, unsubscribeHash],
    );
    return claimed.length > 0;
  }

  async sent(tx: Tx, id: string, at: Date): Promise<void> {
    await query(
      tx,
      `update inbox.mail set state = 'sent', sent_at = $2, tries = tries + 1, last_error = null where id = $1`,
      [id, at],
    );
  }

  /** A try that failed; the job tries again later. */
  async failed(tx: Tx, id: string, error: string): Promise<void> {
    await query(
      tx,
      `update inbox.mail set state = 'failed', tries = tries + 1, last_error = $2, claimed_until = null where id = $1`,
      [id, error.slice(0, MOST_ERROR) || 'unknown'],
    );
  }

  async drop(tx: Tx, id: string): Promise<void> {
    await query(tx, `update inbox.mail set state = 'dropped' where id = $1`, [id]);
  }

  async waitAgain(tx: Tx, id: string, resent: number): Promise<void> {
    await query(tx, `update inbox.mail set state = 'waiting', resent = $2 where id = $1`, [id, resent]);
  }

  /** Unscoped: whoever has the link of a mail got the mail. */
  async receiver(
    on: Reads,
    unsubscribeHash: Buffer,
  ): Promise<Pick<MailRow, 'userId' | 'organisationId'> | null> {
    const [row] = await query<Pick<MailRow, 'userId' | 'organisationId'>>(
      on,
      `select user_id as "userId", organisation_id as "organisationId" from inbox.mail where unsubscribe_hash = $1`,
      [unsubscribeHash],
    );
    return row ?? null;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, filter: MailFilter): Promise<KeptMailRow[]> {
    const { before, take } = keyset(filter);
    return query<KeptMailRow>(
      on,
      `select ${COLUMNS} from inbox.mail
       where ${IN_SCOPE} and ($2::text is null or state = $2) and id < $3 order by id desc limit $4`,
      [scopeParam(scope), filter.state ?? null, before, take],
    );
  }
}
