// The fingerprints of a receivable, as two institutions that hold the same key may compare them without showing invoices.
import { Injectable } from '@nestjs/common';
import { type Actor, Db } from '#platform';
import { FingerprintStore } from '../../data/fingerprint.store';
import { ReceivableStore } from '../../data/receivable.store';
import type { FingerprintKind } from '../../domain/duplicates/fingerprint';
import { errors } from '../../domain/errors';

export interface FingerprintsShown {
  readonly receivableId: string;
  readonly algorithm: string;
  readonly fingerprints: readonly {
    readonly kind: FingerprintKind;
    readonly keyVersion: number;
    /** 32 hexadecimal digits. */
    readonly value: string;
  }[];
}

const ALGORITHM = 'HMAC-SHA-256-128';

@Injectable()
export class FingerprintQueries {
  constructor(
    private readonly db: Db,
    private readonly fingerprints: FingerprintStore,
    private readonly receivables: ReceivableStore,
  ) {}

  /** @throws receivables.receivable_not_found, also for another tenant's */
  async of({ scope }: Actor, receivableId: string): Promise<FingerprintsShown> {
    const on = this.db.reads;
    const [receivable] = await this.receivables.byIds(on, scope, [receivableId]);
    if (!receivable) throw errors.receivable_not_found({ receivableId });
    const rows = await this.fingerprints.ofReceivable(on, scope, receivableId);
    return {
      ...{ receivableId, algorithm: ALGORITHM },
      fingerprints: rows.map(({ kind, keyVersion, fingerprint }) => ({
        ...{ kind, keyVersion },
        value: fingerprint,
      })),
    };
  }
}
