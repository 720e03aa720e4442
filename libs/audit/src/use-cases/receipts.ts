// Receipts of deeds, for those who did them and those who may see them.
import { Injectable } from '@nestjs/common';
import { Db, keyset, type PageQuery, type Reads, type Scope } from '#platform';
import { type CheckpointRow, LogStore, type PlacedDeed } from '../data/log.store';
import { errors } from '../domain/errors';
import { leafOf, open } from '../domain/leaf';
import { inclusionPath } from '../domain/tree';
import { type Receipt, RECEIPT_FORMAT } from '../domain/receipt';
import { LogKey } from './keys/log-key';
import { TreeReader } from './tree-reader';
import { WitnessQueries } from './witnesses/witnesses.queries';

const ABOVE_ALL = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

export interface ReceiptFilter extends PageQuery {
  readonly subjectId: string;
  readonly subjectVersion?: number;
}
/** The id is the deed's, for paging. */
export type DeedReceipt = Receipt & { readonly id: string };

@Injectable()
export class Receipts {
  constructor(
    private readonly db: Db,
    private readonly store: LogStore,
    private readonly tree: TreeReader,
    private readonly key: LogKey,
    private readonly witnesses: WitnessQueries,
  ) {}

  /** @throws audit.deed_not_found (404), audit.not_sequenced_yet (409, retryable) */
  async ofDeed(scope: Scope, deedId: string): Promise<DeedReceipt> {
    const deeds = await this.store.deeds(this.db.reads, scope, { deedId, before: ABOVE_ALL, take: 1 });
    const [receipt] = await this.receipts(this.db.reads, scope, deeds);
    if (!receipt) throw errors.deed_not_found();
    return receipt;
  }

  /** Of the deeds on one subject, the newest first; one more than the page holds tells of another page. */
  async ofSubject(scope: Scope, filter: ReceiptFilter): Promise<DeedReceipt[]> {
    const { subjectId, subjectVersion } = filter;
    const version = subjectVersion === undefined ? {} : { subjectVersion };
    const choice = { subjectIds: [subjectId], ...version, ...keyset(filter) };
    return this.receipts(this.db.reads, scope, await this.store.deeds(this.db.reads, scope, choice));
  }

  /**
   * Of a deed that each of these subjects sees once, for whoever lays them open in a transaction of its own.
   * @throws audit.not_sequenced_yet (409, retryable)
   */
  async ofSubjects(
    on: Reads,
    scope: Scope,
    subjectIds: readonly string[],
    action: string,
  ): Promise<Receipt[]> {
    const choice = { subjectIds, action, before: ABOVE_ALL, take: subjectIds.length };
    const receipts = await this.receipts(on, scope, await this.store.deeds(on, scope, choice));
    return receipts.map(({ id: _, ...receipt }) => receipt);
  }

  private async receipts(on: Reads, scope: Scope, deeds: readonly PlacedDeed[]): Promise<DeedReceipt[]> {
    if (deeds.length === 0) return [];
    const [newest, witnessed] = [await this.store.checkpoint(on), await this.witnesses.witnessed(on)];
    const receipts = [];
    for (const deed of deeds) {
      // One that others cosigned says more, once it holds the deed.
      const isWitnessed =
        witnessed !== null && deed.leafIndex !== null && deed.leafIndex < witnessed.treeSize;
      receipts.push(await this.receipt(on, scope, deed, isWitnessed ? witnessed : newest));
    }
    return receipts;
  }

  private async receipt(
    on: Reads,
    scope: Scope,
    deed: PlacedDeed,
    checkpoint: CheckpointRow | null,
  ): Promise<DeedReceipt> {
    const { leafIndex, salt } = deed;
    if (leafIndex === null || salt === null || !checkpoint || leafIndex >= checkpoint.treeSize)
      throw errors.not_sequenced_yet();
    const path = inclusionPath(leafIndex, checkpoint.treeSize);
    const proof = await this.tree.hashes(on, path);
    const { name, id } = await this.key.signer();
    const details = open(deed, salt, 'details');
    return {
      id: deed.id,
      format: RECEIPT_FORMAT,
      leaf: leafOf(deed, salt),
      opened: seesActor(scope, deed) ? { actor: open(deed, salt, 'actor'), details } : { details },
      leafIndex,
      inclusion: proof.map((hash) => hash.toString('base64')),
      checkpoint: checkpoint.note,
      keyId: `${name}+${id}`,
    };
  }
}

/** Others than the doer's organisation learn what was done, not by which person. */
const seesActor = ({ organisations }: Scope, { organisationId }: PlacedDeed) =>
  organisations === 'all' || (organisationId !== null && organisations.includes(organisationId));
