// A deed that may have to wait is tried first, in full and in its own transaction, so that its maker hears at once what
// is wrong with it. If it must wait the trial is undone, and what it would have written is what the checker sees.
import type { AuditLog, DeedBy } from '#audit';
import type { CommandWatch, Tx } from '#platform';
import { type Effect, effectsOf } from '../domain/effects';

/** Thrown inside the transaction of a deed that must wait, which undoes it. */
export class Held extends Error {
  constructor(
    readonly answer: unknown,
    readonly effects: readonly Effect[],
  ) {
    super('This deed waits for a second person.');
  }
}

export class Trial implements CommandWatch {
  private deeds: readonly DeedBy[] = [];

  constructor(
    private readonly audit: AuditLog,
    private readonly mustWait: (answer: unknown) => boolean,
  ) {}

  before(tx: Tx): Promise<void> {
    this.deeds = this.audit.watch(tx);
    return Promise.resolve();
  }

  after(_tx: Tx, answer: unknown): Promise<void> {
    return this.mustWait(answer)
      ? Promise.reject(new Held(answer, effectsOf(this.deeds)))
      : Promise.resolve();
  }
}
