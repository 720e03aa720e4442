// By which keys the log was and is signed: the one of this process, and those it took over from.
import { Injectable } from '@nestjs/common';
import type { Reads } from '#platform';
import { LogStore } from '../../data/log.store';
import { followKeys } from '../../domain/keys/key-change';
import type { Signer, Verifier } from '../../domain/note';
import { LogKey } from './log-key';

@Injectable()
export class KeyHistory {
  constructor(
    private readonly store: LogStore,
    private readonly key: LogKey,
  ) {}

  signer(): Promise<Signer> {
    return this.key.signer();
  }

  /** The next use reads the key again: its file may hold another one by now. */
  forget(): void {
    this.key.forget();
  }

  /** The key that signs now with all before it; this process's own where the changes do not lead to it. */
  async verifier(on: Reads): Promise<Verifier> {
    const { name, id, key } = await this.key.signer();
    const own = { name, id, key };
    const changes = await this.store.keyChanges(on);
    return (
      followKeys(
        own,
        changes.map(({ note }) => note),
      ) ?? own
    );
  }
}
