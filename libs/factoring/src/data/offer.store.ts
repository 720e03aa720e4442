// The only file that queries factoring.offer and its fees.
import { Injectable } from '@nestjs/common';
import { invariant } from '#kernel';
import { keyset, type PageQuery, query, type Reads, type Scope, scopeParam, type Tx } from '#platform';
import type { Offer } from '../domain/offer';
import type { OfferState } from '../domain/states';
import { ownPage } from './own-page';

const COLUMNS = `o.id, o.request_id as "requestId", o.supplier_id as "supplierId",
  o.financier_id as "financierId", o.currency, o.state, o.advance_rate as "advanceRate",
  o.rate_annual as "rateAnnual", o.day_count as "dayCount", o.recourse, o.surplus_to as "surplusTo",
  o.valid_until as "validUntil", o.advance_amount as "advanceAmount", o.fees_amount as "feesAmount",
  o.created_by as "createdBy", o.created_at as "createdAt", o.ended_at as "endedAt", o.version`;

/** The supplier it is made to and the financier that makes it; never another financier. */
const VISIBLE = `($1::uuid[] is null or o.supplier_id = any($1) or o.financier_id = any($1))`;
const ASKED = {
  from: 'factoring.offer o',
  id: 'o.id',
  where: '($2::uuid is null or o.request_id = $2) and ($3::text is null or o.state = $3)',
};
const PAGE = ownPage(
  [
    { ...ASKED, party: 'o.supplier_id' },
    { ...ASKED, party: 'o.financier_id' },
  ],
  '$4',
  '$5',
);

export interface OfferFilter extends PageQuery {
  readonly requestId?: string;
  readonly state?: string;
}
export interface FeeRow {
  readonly offerId: string;
  readonly name: string;
  readonly amount: string;
}
export interface LiveOffers {
  readonly requestId: string;
  /** Live ones, and those of them whose validity has not run out. */
  readonly live: number;
  readonly valid: number;
}
export interface EndedOffer {
  readonly id: string;
  readonly requestId: string;
  readonly supplierId: string;
  readonly financierId: string;
  readonly version: number;
}

@Injectable()
export class OfferStore {
  /** Adds the offers that find no live one in their place, and says which. In one order, so that batches cannot deadlock. */
  async add(tx: Tx, offers: readonly Offer[], fees: readonly FeeRow[]): Promise<Set<string>> {
    const added = new Set(await this.insert(tx, offers));
    const kept = fees.filter(({ offerId }) => added.has(offerId));
    await query(
      tx,
      `insert into factoring.offer_fee (offer_id, position, name, amount)
       select f.offer_id, row_number() over (partition by f.offer_id order by f.place), f.name, f.amount
       from unnest($1::uuid[], $2::text[], $3::numeric[]) with ordinality as f (offer_id, name, amount, place)`,
      [kept.map(({ offerId }) => offerId), kept.map(({ name }) => name), kept.map(({ amount }) => amount)],
    );
    return added;
  }

  async byIds(on: Reads, scope: Scope, ids: readonly string[]): Promise<Offer[]> {
    return query<Offer>(
      on,
      `select ${COLUMNS} from factoring.offer o where ${VISIBLE} and o.id = any($2::uuid[]) order by o.id`,
      [scopeParam(scope), ids],
    );
  }

  async ofRequests(on: Reads, scope: Scope, requestIds: readonly string[]): Promise<Offer[]> {
    return query<Offer>(
      on,
      `select ${COLUMNS} from factoring.offer o
       where ${VISIBLE} and o.request_id = any($2::uuid[]) order by o.request_id, o.id`,
      [scopeParam(scope), requestIds],
    );
  }

  /** How many live offers there are to see on each request; requests without any are absent. */
  async liveCounts(on: Reads, scope: Scope, requestIds: readonly string[], now: Date): Promise<LiveOffers[]> {
    return query<LiveOffers>(
      on,
      `select o.request_id as "requestId", count(*)::int as live,
         (count(*) filter (where o.valid_until > $3))::int as valid
       from factoring.offer o
       where ${VISIBLE} and o.state = 'live' and o.request_id = any($2::uuid[]) group by o.request_id`,
      [scopeParam(scope), requestIds, now],
    );
  }

  async page(on: Reads, scope: Scope, filter: OfferFilter): Promise<Offer[]> {
    const { before, take } = keyset(filter);
    return query<Offer>(
      on,
      `select ${COLUMNS} from factoring.offer o where o.id in (${PAGE}) order by o.id desc`,
      [scopeParam(scope), filter.requestId ?? null, filter.state ?? null, before, take],
    );
  }

  /** Every offer of a request that is locked already, by ascending id. */
  async lockOfRequest(tx: Tx, requestId: string): Promise<Offer[]> {
    return query<Offer>(
      tx,
      `select ${COLUMNS} from factoring.offer o where o.request_id = $1 order by o.id for update of o`,
      [requestId],
    );
  }

  /** One offer that is known to exist; the lock of its request comes first. */
  async lock(tx: Tx, id: string): Promise<Offer> {
    const [offer] = await query<Offer>(
      tx,
      `select ${COLUMNS} from factoring.offer o where o.id = $1 for update of o`,
      [id],
    );
    invariant(offer, 'an offer that was seen can be locked');
    return offer;
  }

  async fees(on: Reads, scope: Scope, offerIds: readonly string[]): Promise<FeeRow[]> {
    return query<FeeRow>(
      on,
      `select f.offer_id as "offerId", f.name, f.amount
       from factoring.offer_fee f join factoring.offer o on o.id = f.offer_id
       where ${VISIBLE} and f.offer_id = any($2::uuid[]) order by f.offer_id, f.position`,
      [scopeParam(scope), offerIds],
    );
  }

  /** Ends locked offers; those that are no longer live stay as they are. */
  async end(tx: Tx, ids: readonly string[], state: OfferState, at: Date): Promise<EndedOffer[]> {
    if (ids.length === 0) return [];
    return query<EndedOffer>(
      tx,
      `update factoring.offer set state = $2, ended_at = $3, version = version + 1
       where id = any($1::uuid[]) and state in ('committed', 'live')
       returning id, request_id as "requestId", supplier_id as "supplierId", financier_id as "financierId", version`,
      [ids, state, at],
    );
  }

  /** Ends the live offers of requests that are locked. */
  async endOfRequests(
    tx: Tx,
    requestIds: readonly string[],
    state: OfferState,
    at: Date,
  ): Promise<EndedOffer[]> {
    if (requestIds.length === 0) return [];
    const locked = await query<{ id: string }>(
      tx,
      `select id from factoring.offer where request_id = any($1::uuid[]) and state in ('committed', 'live')
       order by id for update`,
      [requestIds],
    );
    return this.end(
      tx,
      locked.map(({ id }) => id),
      state,
      at,
    );
  }

  /** Lapses live offers whose validity is over; skips those that somebody is working on. */
  async lapse(tx: Tx, now: Date, most: number): Promise<EndedOffer[]> {
    return query<EndedOffer>(
      tx,
      `with due as (
         select id from factoring.offer where state in ('committed', 'live') and valid_until <= $1
         order by id limit $2 for update skip locked)
       update factoring.offer o set state = 'lapsed', ended_at = $1, version = o.version + 1
       from due where o.id = due.id
       returning o.id, o.request_id as "requestId", o.supplier_id as "supplierId",
         o.financier_id as "financierId", o.version`,
      [now, most],
    );
  }

  private async insert(tx: Tx, offers: readonly Offer[]): Promise<string[]> {
    const columns = [
      offers.map(({ id }) => id),
      offers.map(({ requestId }) => requestId),
      offers.map(({ supplierId }) => supplierId),
      offers.map(({ financierId }) => financierId),
      offers.map(({ currency }) => currency),
      offers.map(({ state }) => state),
      offers.map(({ advanceRate }) => advanceRate),
      offers.map(({ rateAnnual }) => rateAnnual),
      offers.map(({ dayCount }) => dayCount),
      offers.map(({ recourse }) => recourse),
      offers.map(({ surplusTo }) => surplusTo),
      offers.map(({ validUntil }) => validUntil),
      offers.map(({ advanceAmount }) => advanceAmount),
      offers.map(({ feesAmount }) => feesAmount),
      offers.map(({ createdBy }) => createdBy),
      offers.map(({ createdAt }) => createdAt),
      offers.map(({ version }) => version),
    ];
    const rows = await query<{ id: string }>(
      tx,
      `insert into factoring.offer (id, request_id, supplier_id, financier_id, currency, state, advance_rate,
         rate_annual, day_count, recourse, surplus_to, valid_until, advance_amount, fees_amount, created_by,
         created_at, version)
       select * from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::text[], $6::text[],
         $7::numeric[], $8::numeric[], $9::text[], $10::text[], $11::text[], $12::timestamptz[],
         $13::numeric[], $14::numeric[], $15::uuid[], $16::timestamptz[], $17::int[])
         as o (id, request_id, supplier_id, financier_id)
       order by o.request_id, o.financier_id
       on conflict (request_id, financier_id) where state in ('committed', 'live') do nothing
       returning id`,
      columns,
    );
    return rows.map(({ id }) => id);
  }
}
