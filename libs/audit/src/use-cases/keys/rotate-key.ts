// Gives the log a new key: from the newest checkpoint on the new one signs, and the old one says so.
import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '#kernel';
import { CLOCK, Db } from '#platform';
import { LogStore } from '../../data/log.store';
import { errors } from '../../domain/errors';
import { signKeyChange } from '../../domain/keys/key-change';
import { verifierLine } from '../../domain/note';
import { KeyHistory } from './key-history';
import { LogKey } from './log-key';

export interface KeyRotation {
  /** Verifier lines. */
  readonly from: string;
  readonly to: string;
  /** The last size that the old key signed. */
  readonly size: number;
}

@Injectable()
export class RotateKey {
  constructor(
    private readonly db: Db,
    private readonly store: LogStore,
    private readonly key: LogKey,
    private readonly history: KeyHistory,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @param file PEM of the new key, made when missing. Processes sign with it once LOG_KEY_FILE names it; until then
   *   deeds wait for their places, for the old key signs nothing any more.
   * @throws audit.key_not_current, audit.key_not_new (409)
   */
  async execute(file: string): Promise<KeyRotation> {
    const [from, to] = [await this.key.signer(), await this.key.next(file)];
    return this.db.run(async (tx) => {
      await this.store.holdUp(tx);
      const { id, former = [] } = await this.history.verifier(tx);
      if (id !== from.id) throw errors.key_not_current();
      if ([from.id, ...former.map(({ verifier }) => verifier.id)].includes(to.id)) throw errors.key_not_new();
      const size = (await this.store.checkpoint(tx))?.treeSize ?? 0;
      const at = this.clock.now().toISOString();
      const note = signKeyChange(from, to, size, at);
      await this.store.addKeyChange(tx, { fromId: from.id, toId: to.id, treeSize: size, at, note });
      return { from: verifierLine(from), to: verifierLine(to), size };
    });
  }
}
