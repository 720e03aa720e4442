// The only file that queries registry.asset_claim, which says how much of each asset is taken exclusively.
import { Injectable } from '@nestjs/common';
import { money } from '#kernel';
import { query, type Reads, type Tx } from '#platform';
import type { AssetClaim, Claims } from '../domain/asset-claim';
import type { Origin, PartyRef } from '../domain/filing';
import type { AssetLine } from '../domain/priority/filing-claims';
import { instantSql } from './rows/instant-sql';
import { stoodAt } from './rows/line-sql';

/** Payable and currency are null together, until the first claim is taken. */
interface Row {
  readonly assetKey: string;
  readonly payable: string | null;
  readonly claimed: string;
  readonly currency: string | null;
  readonly version: number;
}
/** A secured party of a live filing, and the asset that the filing names. */
export interface Holder extends PartyRef {
  readonly filingId: string;
  readonly assetKey: string;
  readonly number: string;
  /** RFC 3339, UTC, six decimals. */
  readonly filedAt: string;
}

const COLUMNS = `asset_key as "assetKey", payable_amount as payable, claimed_amount as claimed, currency, version`;

function claimOf({ assetKey, payable, claimed, currency, version }: Row): AssetClaim[] {
  if (payable === null || currency === null) return [];
  return [{ assetKey, payable: money(payable, currency), claimed: money(claimed, currency), version }];
}
const byKey = (rows: readonly Row[]): Claims =>
  new Map(rows.flatMap(claimOf).map((claim) => [claim.assetKey, claim]));

@Injectable()
export class ClaimStore {
  /** Unscoped: what is left of an asset does not depend on who asks. Assets that nobody claimed are absent. */
  async read(on: Reads, assetKeys: readonly string[]): Promise<Claims> {
    if (assetKeys.length === 0) return new Map();
    const sql = `select ${COLUMNS} from registry.asset_claim where asset_key = any($1)`;
    return byKey(await query<Row>(on, sql, [assetKeys]));
  }

  /**
   * Makes the rows that are missing, unclaimed, and locks all of them in the order of their keys. Deals and users lock
   * what they name, so that of two who name one asset the second sees the first.
   */
  async lock(tx: Tx, assetKeys: readonly string[]): Promise<Claims> {
    if (assetKeys.length === 0) return new Map();
    const rows = await query<Row>(
      tx,
      `insert into registry.asset_claim as c (asset_key, claimed_amount, version)
       select key, 0, 0 from unnest($1::text[]) as named (key) order by key
       on conflict (asset_key) do update set version = c.version
       returning ${COLUMNS}`,
      [[...new Set(assetKeys)]],
    );
    return byKey(rows);
  }

  /** Locks the assets that these filings ever named, and those named beside them, in the order of their keys. */
  async lockNamed(tx: Tx, filingIds: readonly string[], alsoKeys: readonly string[]): Promise<string[]> {
    const rows = await query<{ assetKey: string }>(
      tx,
      `insert into registry.asset_claim as c (asset_key, claimed_amount, version)
       select key, 0, 0 from (
         select asset_key as key from registry.collateral where filing_id = any($1::uuid[]) and asset_key is not null
         union select * from unnest($2::text[])) named order by key
       on conflict (asset_key) do update set version = c.version
       returning asset_key as "assetKey"`,
      [filingIds, alsoKeys],
    );
    return rows.map(({ assetKey }) => assetKey);
  }

  /** Of assets that are locked: when each was last filed, or a filing that names it last changed; unnamed ones are absent. */
  async lastTimes(tx: Tx, assetKeys: readonly string[]): Promise<Map<string, string>> {
    if (assetKeys.length === 0) return new Map();
    const rows = await query<{ assetKey: string; lastAt: string }>(
      tx,
      `select c.asset_key as "assetKey", ${instantSql('max(greatest(f.filed_at, e.at))')} as "lastAt"
       from registry.collateral c join registry.filing f on f.id = c.filing_id
       left join registry.filing_event e on e.filing_id = c.filing_id
       where c.asset_key = any($1) group by c.asset_key`,
      [assetKeys],
    );
    return new Map(rows.map(({ assetKey, lastAt }) => [assetKey, lastAt]));
  }

  /**
   * The secured parties of the filings of this origin that are live at `now` and name these assets, the first filed first.
   * Of lines the present counts: the time of an amendment may be a microsecond ahead of the clock.
   */
  async holders(tx: Tx, origin: Origin, assetKeys: readonly string[], now: string): Promise<Holder[]> {
    if (assetKeys.length === 0) return [];
    return query<Holder>(
      tx,
      `select distinct c.asset_key as "assetKey", f.id as "filingId", f.number, ${instantSql('coalesce(c.since, f.filed_at)')} as "filedAt",
         p.organisation_id as "organisationId", p.legal_name as "legalName",
         p.identifier_scheme as "identifierScheme", p.identifier
       from registry.collateral c
       join registry.filing f on f.id = c.filing_id and f.origin = $2
       join registry.filing_current s on s.filing_id = f.id and s.state = 'live' and s.expires_at > $3
       join registry.filing_party p on p.filing_id = f.id and p.role = 'secured' and ${stoodAt('p', "'infinity'")}
       where c.asset_key = any($1) and ${stoodAt('c', "'infinity'")} order by "filedAt", f.number`,
      [assetKeys, origin, now],
    );
  }

  /** Those of the users' filings that name assets, now or once, which deals hold. */
  async competing(tx: Tx, filingIds: readonly string[]): Promise<string[]> {
    const rows = await query<{ id: string }>(
      tx,
      `select f.id from registry.filing f where f.id = any($1::uuid[]) and f.origin = 'user' and exists (
         select 1 from registry.collateral c join registry.asset_claim a on a.asset_key = c.asset_key
         where c.filing_id = f.id and a.claimed_amount > 0)
       order by f.id`,
      [filingIds],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Unscoped: the register is public. By filing, from when until when its lines took the asset; where several took it at
   * once, the first of them.
   */
  async assetLines(on: Reads, assetKey: string): Promise<Map<string, AssetLine[]>> {
    const rows = await query<{
      filingId: string;
      since: string;
      releasedAt: string | null;
      amount: string | null;
      currency: string | null;
    }>(
      on,
      `select c.filing_id as "filingId", ${instantSql('coalesce(min(c.since), min(f.filed_at))')} as since,
         ${instantSql('case when bool_or(gone.ended_at is null) then null else max(gone.ended_at) end')} as "releasedAt",
         (array_agg(c.amount order by c.version desc))[1]::text as amount,
         (array_agg(c.currency order by c.version desc))[1] as currency
       from registry.collateral c join registry.filing f on f.id = c.filing_id
       left join registry.line_end gone on gone.filing_id = c.filing_id and gone.part = 'collateral'
         and gone.ordinal = c.ordinal and gone.version = c.version
       where c.asset_key = $1 group by c.filing_id, c.ordinal order by c.filing_id, c.ordinal`,
      [assetKey],
    );
    const lines = new Map<string, AssetLine[]>();
    for (const { filingId, since, releasedAt, amount, currency } of rows) {
      const before = lines.get(filingId) ?? [];
      const line = {
        since,
        releasedAt,
        amount: amount !== null && currency !== null ? money(amount, currency) : null,
      };
      if (before.every((one) => one.releasedAt !== null)) lines.set(filingId, [...before, line]);
    }
    return lines;
  }

  /** Stores claims that were locked before; their versions say that they changed. */
  async save(tx: Tx, claims: Claims): Promise<void> {
    if (claims.size === 0) return;
    const changed = [...claims.values()];
    await query(
      tx,
      `update registry.asset_claim c
       set payable_amount = n.payable, claimed_amount = n.claimed, currency = n.currency, version = n.version
       from unnest($1::text[], $2::numeric[], $3::numeric[], $4::text[], $5::int[])
         as n (key, payable, claimed, currency, version)
       where c.asset_key = n.key`,
      [
        changed.map(({ assetKey }) => assetKey),
        changed.map(({ payable }) => payable.amount),
        changed.map(({ claimed }) => claimed.amount),
        changed.map(({ payable }) => payable.currency),
        changed.map(({ version }) => version),
      ],
    );
  }

  /** Keeps how claims that were locked are lowered, in the book of such changes; the claims are saved beside it. */
  async recordLowered(tx: Tx, before: Claims, after: Claims, at: Date): Promise<void> {
    const changed = [...after.values()];
    if (changed.length === 0) return;
    await query(
      tx,
      `insert into registry.payable_change
         (asset_key, version, payable_before, payable_after, currency, changed_at)
       select n.*, $6 from unnest($1::text[], $2::int[], $3::numeric[], $4::numeric[], $5::text[]) as n`,
      [
        changed.map(({ assetKey }) => assetKey),
        changed.map(({ version }) => version),
        changed.map(({ assetKey, payable }) => (before.get(assetKey)?.payable ?? payable).amount),
        changed.map(({ payable }) => payable.amount),
        changed.map(({ payable }) => payable.currency),
        at,
      ],
    );
  }

  /** Gives back what lapsed filings held, in the order of the keys. */
  async release(tx: Tx, filingIds: readonly string[]): Promise<void> {
    const held = await query<{ assetKey: string; amount: string }>(
      tx,
      `with given as (
         select c.asset_key as key, sum(c.amount) as amount
         from registry.collateral c join registry.filing f on f.id = c.filing_id and f.origin = 'deal'
         where c.filing_id = any($1) and c.asset_key is not null group by c.asset_key
       )
       select a.asset_key as "assetKey", given.amount
       from registry.asset_claim a join given on given.key = a.asset_key
       order by a.asset_key for update of a`,
      [filingIds],
    );
    if (held.length === 0) return;
    await query(
      tx,
      `update registry.asset_claim c
       set claimed_amount = c.claimed_amount - n.amount, version = c.version + 1
       from unnest($1::text[], $2::numeric[]) as n (key, amount) where c.asset_key = n.key`,
      [held.map(({ assetKey }) => assetKey), held.map(({ amount }) => amount)],
    );
  }
}
