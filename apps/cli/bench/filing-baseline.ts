// The baseline: bare pg with prepared statements, one transaction for each registration, every row that the product
// writes for one. It checks nothing, shares nothing and answers nobody.
import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { performance } from 'node:perf_hooks';
import { Client } from 'pg';
import { newId, wallMillis } from '#kernel';
import { DEBTOR, type SampleFiling, sampleFiling, SECURED_PARTY, TERM_MONTHS } from './filing-sample';

const STATEMENTS = {
  key: `insert into platform.idempotency_key (principal, route, key, request_hash, response)
    values ($1, 'POST /api/registrations', $2, $3, $4)`,
  grantor: `insert into registry.grantor as g (grantor_key, last_filed_at, version) values ($1, $2, 1)
    on conflict (grantor_key) do update set version = g.version + 1,
      last_filed_at = greatest(excluded.last_filed_at, g.last_filed_at + interval '1 microsecond')
    returning last_filed_at`,
  filing: `insert into registry.filing (id, number, category, origin, term_months, maximum_amount, currency, filed_at,
      expires_on, expires_at, standing, filed_by_user, filed_by_organisation)
    values ($1, $2, 'receivables_pledge', 'user', $3, $4, 'CNY', $5, $6, $7, 'registered_here_only', $8, $9)`,
  parties: `insert into registry.filing_party (filing_id, role, ordinal, legal_name, name_key, identifier_scheme,
      identifier, identifier_key, party_key)
    values ($1, 'grantor', 1, $2, $2, 'USCC', $3, $3, $4), ($1, 'secured', 1, $5, $5, null, null, null, $6)`,
  collateral: `insert into registry.collateral (filing_id, ordinal, asset_key, description, amount, payable_amount,
      currency, invoice_number, invoice_number_key, debtor_name, debtor_name_key)
    values ($1, 1, $2, $3, $4, $4, 'CNY', $5, $6, $7, $7)`,
  claim: `insert into registry.asset_claim (asset_key, claimed_amount, version) values ($1, 0, 0)
    on conflict (asset_key) do nothing`,
  current: `insert into registry.filing_current (filing_id, state, expires_at, version) values ($1, 'live', $2, 1)`,
  deed: `insert into audit.deed (id, at, user_id, organisation_id, action, subject_type, subject_id, subject_version,
      details)
    values ($1, $2, $3, $4, 'registry.filing_made', 'registry.filing', $5, 1, $6)`,
  leaf: `insert into audit.leaf (leaf_index, deed_id, salt, hash) values ($1, $2, $3, $4)`,
} as const;

export interface Writer {
  readonly userId: string;
  readonly organisationId: string;
}
const AMOUNT = '125000.00';
const YEAR_MS = 365 * 86_400_000;
const HIGHEST = 10 ** 12;
/** Far above the places that the product's log gives. */
let leafIndex = 10 ** 12;

/** Registrations per second. */
export async function runBaseline(
  url: string,
  connections: number,
  seconds: number,
  by: Writer,
): Promise<number> {
  const clients = Array.from({ length: connections }, () => new Client({ connectionString: url }));
  await Promise.all(clients.map((client) => client.connect()));
  try {
    const start = performance.now();
    const end = start + seconds * 1_000;
    const counts = await Promise.all(clients.map((client) => writeUntil(client, end, by)));
    return (counts.reduce((sum, count) => sum + count, 0) * 1_000) / (performance.now() - start);
  } finally {
    await Promise.all(clients.map((client) => client.end()));
  }
}

async function writeUntil(client: Client, end: number, by: Writer): Promise<number> {
  let count = 0;
  for (; performance.now() < end; count++) await writeOne(client, sampleFiling(), by);
  return count;
}

async function writeOne(client: Client, { grantor, invoice, body }: SampleFiling, by: Writer): Promise<void> {
  const run = (name: keyof typeof STATEMENTS, values: unknown[]) =>
    client.query<{ last_filed_at: Date }>({ name, text: STATEMENTS[name], values });
  const id = newId<'filing'>(1);
  const partyKey = `USCC:${grantor.uscc}`;
  const requestHash = createHash('sha256').update(invoice).digest('hex');
  await client.query('begin');
  await run('key', [by.userId, randomUUID(), requestHash, JSON.stringify({ id, ...body })]);
  const { rows } = await run('grantor', [partyKey, new Date(wallMillis())]);
  const filedAt = rows[0]?.last_filed_at ?? new Date(wallMillis());
  const expiresAt = new Date(filedAt.getTime() + YEAR_MS);
  const expiresOn = expiresAt.toISOString().slice(0, 10);
  const filed = [TERM_MONTHS, AMOUNT, filedAt, expiresOn, expiresAt, by.userId, by.organisationId];
  await run('filing', [id, freeNumber(), ...filed]);
  await run('parties', [
    id,
    grantor.legalName,
    grantor.uscc,
    partyKey,
    SECURED_PARTY,
    `NAME:${SECURED_PARTY}`,
  ]);
  const description = `发票 ${invoice} 项下应收账款`;
  await run('collateral', [id, `invoice:${invoice}`, description, AMOUNT, invoice, invoice, DEBTOR]);
  await run('claim', [`invoice:${invoice}`]);
  await run('current', [id, expiresAt]);
  const details = JSON.stringify({
    number: id,
    category: 'receivables_pledge',
    origin: 'user',
    dealId: null,
  });
  const deedId = newId<'deed'>(1);
  await run('deed', [deedId, filedAt, by.userId, by.organisationId, id, details]);
  await run('leaf', [leafIndex++, deedId, randomBytes(32), randomBytes(32)]);
  await client.query('commit');
}

/** 18 digits that the product will not reach. */
function freeNumber(): string {
  const running = (HIGHEST / 2 + (randomBytes(6).readUIntBE(0, 6) % (HIGHEST / 2))).toString();
  return `0001${running.padStart(12, '0')}00`;
}
