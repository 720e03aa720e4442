// Fills the tables with registrations before anything is measured, by statements over whole sets.
import { Client } from 'pg';
import { GRANTORS } from './filing-sample';
import { withoutIndexes } from './load/without-indexes';

const BLOCK = 1_000;
const AT_A_TIME = 100_000;
const CONNECTIONS = 2;
const REGISTER = ['filing', 'filing_party', 'collateral', 'filing_current', 'grantor'].map(
  (table) => `registry.${table}`,
);
const BESIDE = ['audit.deed', 'platform.idempotency_key'];

/** Ids as the product makes them: they grow with time, and so do their indexes. */
const ID = (
  kind: number,
) => `(lpad(to_hex(1600000000000 + i), 12, '0') || '7001' || lpad(to_hex(${kind}), 4, '8')
  || substr(md5(i::text), 1, 12))::uuid`;
const BODY = `('0001' || lpad(i::text, 12, '0'))`;
const FILED_AT = `timestamptz '2024-01-01' + i * interval '1 minute'`;
const SERIES = 'from generate_series($1::int, $2::int) as i';

const registerOf = (grantors: number): readonly string[] => [
  `insert into registry.filing (id, number, category, origin, deal_id, term_months, maximum_amount, currency,
     filed_at, expires_on, expires_at, standing, filed_by_user, filed_by_organisation)
   select ${ID(1)}, ${BODY} || lpad((98 - (${BODY}::numeric * 100) % 97)::text, 2, '0'), 'receivables_pledge',
     'user', null, 360, 125000.00, 'CNY', ${FILED_AT}, ((${FILED_AT}) + interval '30 years')::date,
     (${FILED_AT}) + interval '30 years', 'registered_here_only', ${ID(2)}, ${ID(2)} ${SERIES}`,
  `insert into registry.filing_party (filing_id, role, ordinal, organisation_id, legal_name, name_key,
     identifier_scheme, identifier, identifier_key, party_key)
   select ${ID(1)}, 'grantor', 1, null, 'Grantor ' || md5((i % ${grantors})::text), 'grantor ' || md5((i % ${grantors})::text),
     'LOCAL', (i % ${grantors})::text, (i % ${grantors})::text, 'LOCAL:' || i % ${grantors} ${SERIES}`,
  `insert into registry.filing_party (filing_id, role, ordinal, organisation_id, legal_name, name_key, party_key)
   select ${ID(1)}, 'secured', 1, null, 'Bank', 'bank', 'NAME:bank' ${SERIES}`,
  `insert into registry.collateral (filing_id, ordinal, asset_key, description, amount, payable_amount, currency,
     invoice_number, invoice_number_key, debtor_name, debtor_name_key)
   select ${ID(1)}, 1, 'invoice:' || md5(i::text), 'Invoice ' || md5(i::text), 125000.00, 125000.00, 'CNY',
     md5(i::text), md5(i::text), 'Debtor', 'debtor' ${SERIES}`,
  `insert into registry.filing_current (filing_id, state, expires_at, version)
   select ${ID(1)}, 'live', (${FILED_AT}) + interval '30 years', 1 ${SERIES}`,
];
const DEEDS: readonly string[] = [
  `insert into audit.deed (id, at, user_id, organisation_id, action, subject_type, subject_id, subject_version,
     details)
   select ${ID(3)}, ${FILED_AT}, ${ID(2)}, ${ID(2)}, 'registry.filing_made', 'registry.filing', ${ID(1)}, 1,
     '{}' ${SERIES}`,
  `insert into platform.idempotency_key (principal, route, key, request_hash, response)
   select ${ID(2)}, 'POST /api/registrations', md5(i::text), md5(i::text), '{}' ${SERIES}`,
];

/** Each was last filed against by the last registration of its kind. */
const grantorsOf = (grantors: number) =>
  `insert into registry.grantor (grantor_key, last_filed_at, version)
   select 'LOCAL:' || i % ${grantors}, ${FILED_AT}, 1
   from generate_series(greatest(1, $1::int - ${grantors} + 1), $1::int) as i`;

/**
 * @param ownerUrl the login that owns the tables, which may also clean them up
 * @param grantors how many the filings are spread over; the names are `Grantor <md5 of 0, 1, ...>`
 * @param withDeeds also what filing leaves outside the register, which a search does not read
 */
export async function prefill(
  ownerUrl: string,
  rows: number,
  { grantors = GRANTORS, withDeeds = true } = {},
): Promise<void> {
  const inserts = [...registerOf(grantors), ...(withDeeds ? DEEDS : [])];
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await withoutIndexes(client, withDeeds ? [...REGISTER, ...BESIDE] : REGISTER, async () => {
      await client.query(grantorsOf(grantors), [rows]);
      const starts = Array.from({ length: Math.ceil(rows / AT_A_TIME) }, (_, index) => 1 + index * AT_A_TIME);
      const left = starts.values();
      await Promise.all(Array.from({ length: CONNECTIONS }, () => insertAll(ownerUrl, inserts, left, rows)));
    });
    await client.query(
      `insert into registry.number_block (block, taken_at) select $1, now() on conflict do nothing`,
      [Math.ceil(rows / BLOCK) + 1],
    );
  } finally {
    await client.end();
  }
}

async function insertAll(
  ownerUrl: string,
  inserts: readonly string[],
  starts: Iterable<number>,
  rows: number,
): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    for (const from of starts)
      for (const sql of inserts) await client.query(sql, [from, Math.min(rows, from + AT_A_TIME - 1)]);
  } finally {
    await client.end();
  }
}
