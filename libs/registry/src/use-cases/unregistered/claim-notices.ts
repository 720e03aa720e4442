// Notices that reached a debtor, told by whoever gives them: the register does not know debtors, only that the notice of a
// filing counts for an asset from then on.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import { type ArrivedNotice, UnregisteredStore } from '../../data/priority/unregistered.store';

@Injectable()
export class ClaimNotices {
  constructor(private readonly store: UnregisteredStore) {}

  /** The first notice on an asset counts; told again, nothing changes. */
  async arrived(tx: Tx, notices: readonly ArrivedNotice[]): Promise<void> {
    if (notices.length > 0) await this.store.addNotices(tx, notices);
  }
}
