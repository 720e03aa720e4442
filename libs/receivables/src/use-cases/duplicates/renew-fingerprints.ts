// After a new key was added, gives the receivables that are there their fingerprints under it: until then they are found
// under the old one alone, which therefore cannot be given up. It may be stopped at any time and goes on where it was, for
// what is done is not looked at again.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { Db, FingerprintKey } from '#platform';
import { ComparedStore } from '../../data/compared.store';
import { FingerprintStore } from '../../data/fingerprint.store';
import { FindDuplicates } from './find-duplicates';

const AT_ONCE = 2000;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

export interface Renewed {
  /** The version under which all are known now. */
  readonly keyVersion: number;
  readonly receivables: number;
}

@Injectable()
export class RenewFingerprints {
  constructor(
    private readonly db: Db,
    private readonly key: FingerprintKey,
    private readonly fingerprints: FingerprintStore,
    private readonly compared: ComparedStore,
    private readonly find: FindDuplicates,
  ) {}

  /** @param onProgress told how many receivables are done so far */
  async execute(onProgress: (done: number) => void): Promise<Renewed> {
    const [newest] = await this.key.versions();
    invariant(newest, 'there is at least one key');
    const { version: keyVersion } = newest;
    let [receivables, after] = [0, BEFORE_ALL];
    for (;;) {
      const ids = await this.fingerprints.lacking(this.db.reads, { keyVersion, after, limit: AT_ONCE });
      const last = ids.at(-1);
      if (last === undefined) return { keyVersion, receivables };
      await this.db.run(async (tx) => {
        const prints = await this.find.prints(tx, await this.compared.byIds(tx, ids));
        await this.fingerprints.add(
          tx,
          prints.flatMap(({ stored }) => stored),
        );
      });
      receivables += ids.length;
      after = last;
      onProgress(receivables);
    }
  }
}
