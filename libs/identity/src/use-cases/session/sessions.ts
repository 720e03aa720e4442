// From a token to the person behind it. A verified token is remembered for at most a second, so a suspension or a
// sign-out in another process takes effect within that second; in this process a sign-out does at once.
import { Inject, Injectable } from '@nestjs/common';
import { type Clock, todayOf, wallMillis } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, CLOCK, Db, EVERYONE, Parameters } from '#platform';
import { SessionStore } from '../../data/session.store';
import { isLive, isTokenShaped, shouldNoteUse } from '../../domain/session';
import { SecondFactors } from '../second-factor/second-factors';
import { actorFor } from './actor';
import { sessionIdleMinutes } from './parameters';
import { hashOfToken } from './token';

const REMEMBERED_MS = 1000;
const MOST_REMEMBERED = 10_000;

interface Remembered<T> {
  readonly value: Promise<T>;
  /** Both clocks must agree that it is fresh: the business clock may stand still or leap. */
  readonly wallAt: number;
  readonly clockAt: number;
}

@Injectable()
export class Sessions {
  /** Keyed by the token's hash, the least recently used first. */
  private readonly remembered = new Map<string, Remembered<Actor | null>>();
  private idleMinutes: Remembered<number> | undefined;

  constructor(
    private readonly db: Db,
    private readonly sessions: SessionStore,
    private readonly organisations: Organisations,
    private readonly parameters: Parameters,
    private readonly factors: SecondFactors,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Null for anything that is not the token of a live session of an active user and organisation. */
  async verify(token: string): Promise<Actor | null> {
    if (!isTokenShaped(token)) return null;
    const tokenHash = hashOfToken(token);
    const key = tokenHash.toString('base64');
    const known = this.remembered.get(key);
    this.remembered.delete(key);
    if (known && this.isFresh(known)) {
      this.remembered.set(key, known);
      return known.value;
    }
    const looking = this.now(this.lookUp(tokenHash));
    this.remembered.set(key, looking);
    this.forgetOldest();
    // Only what is true is remembered: random tokens would else drive out real ones.
    const drop = () => this.remembered.get(key) === looking && this.remembered.delete(key);
    try {
      const actor = await looking.value;
      if (!actor) drop();
      return actor;
    } catch (error) {
      drop();
      throw error;
    }
  }

  /** To be called after the transaction that ended these sessions has been committed. */
  forget(tokenHashes: readonly Buffer[]): void {
    for (const hash of tokenHashes) this.remembered.delete(hash.toString('base64'));
  }

  private async lookUp(tokenHash: Buffer): Promise<Actor | null> {
    const on = this.db.reads;
    const found = await this.sessions.byTokenHash(on, EVERYONE, tokenHash);
    if (found?.userStatus !== 'active') return null;
    const [idleMinutes, organisations] = await Promise.all([
      this.idleLimit(),
      this.organisations.byIds(on, [found.organisationId]),
    ]);
    const now = this.clock.now();
    if (!isLive(found, now, idleMinutes)) return null;
    if (organisations.get(found.organisationId)?.status !== 'active') return null;
    if (shouldNoteUse(found, now, idleMinutes))
      await this.db.run((tx) => this.sessions.noteUse(tx, found.id, now));
    const { authenticatedBy, device } = found;
    const person = { ...found, id: found.userId };
    const { enrolled, required } = await this.factors.of(on, person);
    const actor = { ...actorFor(person, found.id), authenticatedBy, device };
    // Whoever must have a second factor may do nothing until they have one, but get it.
    return required && !enrolled ? { ...actor, permissions: new Set() } : actor;
  }

  /** Minutes without use after which a session ends, as of today; at least one. */
  async idleLimit(): Promise<number> {
    if (!this.idleMinutes || !this.isFresh(this.idleMinutes)) {
      const read = this.parameters.integerAt(this.db.reads, sessionIdleMinutes, todayOf(this.clock));
      this.idleMinutes = this.now(read);
      read.catch(() => (this.idleMinutes = undefined));
    }
    return Math.max(await this.idleMinutes.value, 1);
  }

  private now<T>(value: Promise<T>): Remembered<T> {
    return { value, wallAt: wallMillis(), clockAt: this.clock.now().getTime() };
  }

  private isFresh({ wallAt, clockAt }: Remembered<unknown>): boolean {
    const age = Math.abs(wallMillis() - wallAt);
    const businessAge = Math.abs(this.clock.now().getTime() - clockAt);
    return age < REMEMBERED_MS && businessAge < REMEMBERED_MS;
  }

  private forgetOldest(): void {
    if (this.remembered.size <= MOST_REMEMBERED) return;
    const [oldest] = this.remembered.keys();
    if (oldest !== undefined) this.remembered.delete(oldest);
  }
}
