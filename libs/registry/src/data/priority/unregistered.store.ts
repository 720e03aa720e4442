// The only file that queries registry.unregistered_claim, unregistered_claim_end and claim_notice.
import { Injectable } from '@nestjs/common';
import { type Id, money } from '#kernel';
import { query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { UnregisteredClaim, UnregisteredKind } from '../../domain/unregistered/unregistered-claim';
import { instantSql } from '../rows/instant-sql';

export interface ArrivedNotice {
  readonly filingId: string;
  readonly assetKey: string;
  readonly arrivedAt: Date;
}
interface By {
  readonly byUser: string;
  readonly byOrganisation: string;
}
interface Row extends Omit<UnregisteredClaim, 'amount'> {
  readonly id: Id<'unregistered_claim'>;
  readonly kind: UnregisteredKind;
  readonly amount: string | null;
  readonly currency: string | null;
}

const COLUMNS = `u.id, u.asset_key as "assetKey", u.kind, u.holder, u.amount, u.currency,
  ${instantSql('u.concluded_at')} as "concludedAt", ${instantSql('u.notice_arrived_at')} as "noticeArrivedAt", u.evidence,
  ${instantSql('u.stated_at')} as "statedAt", ${instantSql('e.at')} as "endedAt", e.reason as "endReason"`;
const CLAIMS = `registry.unregistered_claim u
  left join registry.unregistered_claim_end e on e.claim_id = u.id`;

function claimOf({ amount, currency, ...facts }: Row): UnregisteredClaim {
  return { ...facts, amount: amount === null || currency === null ? null : money(amount, currency) };
}

@Injectable()
export class UnregisteredStore {
  async add(tx: Tx, claim: UnregisteredClaim, { byUser, byOrganisation }: By): Promise<void> {
    await query(
      tx,
      `insert into registry.unregistered_claim (id, asset_key, kind, holder, amount, currency, concluded_at,
         notice_arrived_at, evidence, stated_at, by_user, by_organisation)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        ...[claim.id, claim.assetKey, claim.kind, claim.holder, claim.amount?.amount ?? null],
        ...[claim.amount?.currency ?? null, claim.concludedAt, claim.noticeArrivedAt, claim.evidence],
        ...[claim.statedAt, byUser, byOrganisation],
      ],
    );
  }

  /** False when it has ended already. */
  async end(tx: Tx, id: string, { at, reason, byUser }: { at: string; reason: string; byUser: string }) {
    const ended = await query(
      tx,
      `insert into registry.unregistered_claim_end (claim_id, at, reason, by_user) values ($1, $2, $3, $4)
       on conflict do nothing returning claim_id`,
      [id, at, reason, byUser],
    );
    return ended.length > 0;
  }

  async byId(on: Reads, scope: Scope, id: string): Promise<UnregisteredClaim | null> {
    const [row] = await query<Row>(
      on,
      `select ${COLUMNS} from ${CLAIMS}
       where ($1::uuid[] is null or u.by_organisation = any($1)) and u.id = $2`,
      [scopeParam(scope), id],
    );
    return row ? claimOf(row) : null;
  }

  /** The newest first. */
  async page(on: Reads, scope: Scope, before: string, take: number): Promise<UnregisteredClaim[]> {
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from ${CLAIMS}
       where ($1::uuid[] is null or u.by_organisation = any($1)) and u.id < $2 order by u.id desc limit $3`,
      [scopeParam(scope), before, take],
    );
    return rows.map(claimOf);
  }

  /** Unscoped: ranks are public. All that were stated of an asset, also those that ended; the first stated first. */
  async onAsset(on: Reads, assetKey: string, most: number): Promise<UnregisteredClaim[]> {
    const rows = await query<Row>(
      on,
      `select ${COLUMNS} from ${CLAIMS} where u.asset_key = $1 order by u.id limit $2`,
      [assetKey, most],
    );
    return rows.map(claimOf);
  }

  async addNotices(tx: Tx, notices: readonly ArrivedNotice[]): Promise<void> {
    await query(
      tx,
      `insert into registry.claim_notice (filing_id, asset_key, arrived_at)
       select * from unnest($1::uuid[], $2::text[], $3::timestamptz[]) on conflict do nothing`,
      [
        notices.map(({ filingId }) => filingId),
        notices.map(({ assetKey }) => assetKey),
        notices.map(({ arrivedAt }) => arrivedAt),
      ],
    );
  }

  /** Unscoped: ranks are public. When the notices of these filings reached the debtor of the asset. */
  async notices(on: Reads, filingIds: readonly string[], assetKey: string): Promise<Map<string, string>> {
    const rows = await query<{ filingId: string; arrivedAt: string }>(
      on,
      `select filing_id as "filingId", ${instantSql('arrived_at')} as "arrivedAt" from registry.claim_notice
       where filing_id = any($1::uuid[]) and asset_key = $2`,
      [filingIds, assetKey],
    );
    return new Map(rows.map(({ filingId, arrivedAt }) => [filingId, arrivedAt]));
  }
}
