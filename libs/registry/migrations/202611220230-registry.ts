// The book of title: filings with their parties and collateral, recorded searches, and the projections beside them.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const BOOK = `
  create schema registry;

  create table registry.filing (
    id uuid primary key,
    number text not null check (number ~ '^[0-9]{18}$'),
    category text not null check (category in ('equipment_mortgage', 'receivables_pledge',
      'document_pledge', 'finance_lease', 'factoring', 'retention_of_title', 'other')),
    origin text not null check (origin in ('deal', 'user')),
    deal_id uuid,
    term_months int not null check (term_months > 0),
    maximum_amount numeric check (maximum_amount > 0 and scale(maximum_amount) <= 4),
    currency text check (length(currency) = 3),
    filed_at timestamptz(6) not null,
    expires_on date not null,
    expires_at timestamptz(6) not null,
    standing text not null check (standing in ('registered_here_only', 'statutory')),
    filed_by_user uuid not null,
    filed_by_organisation uuid not null,
    constraint filing_number unique (number),
    check ((origin = 'deal') = (deal_id is not null)),
    check ((maximum_amount is null) = (currency is null)),
    check (expires_at > filed_at)
  );
  create index filing_filed_by on registry.filing (filed_by_organisation, id);

  create table registry.filing_party (
    filing_id uuid not null references registry.filing (id),
    role text not null check (role in ('grantor', 'secured')),
    ordinal int not null check (ordinal > 0),
    organisation_id uuid,
    legal_name text not null,
    name_key text not null check (name_key <> ''),
    identifier_scheme text,
    identifier text,
    identifier_key text,
    party_key text not null,
    primary key (filing_id, party_key),
    check ((identifier is null) = (identifier_scheme is null)),
    check ((identifier is null) = (identifier_key is null))
  );
  create index filing_party_grantor_name on registry.filing_party (name_key) where role = 'grantor';
  create index filing_party_grantor_identifier on registry.filing_party (identifier_key)
    where role = 'grantor' and identifier_key is not null;
  create index filing_party_organisation on registry.filing_party (organisation_id, filing_id)
    where organisation_id is not null;

  create table registry.collateral (
    filing_id uuid not null references registry.filing (id),
    ordinal int not null check (ordinal > 0),
    asset_key text check (length(asset_key) between 1 and 300),
    description text not null check (description <> ''),
    amount numeric check (amount > 0 and scale(amount) <= 4),
    payable_amount numeric check (payable_amount > 0 and scale(payable_amount) <= 4),
    currency text check (length(currency) = 3),
    invoice_number text,
    invoice_number_key text,
    debtor_name text,
    debtor_name_key text,
    primary key (filing_id, ordinal),
    check (amount <= payable_amount),
    check ((amount is null and payable_amount is null) = (currency is null)),
    check ((invoice_number is null) = (invoice_number_key is null)),
    check ((debtor_name is null) = (debtor_name_key is null))
  );
  create index collateral_asset_key on registry.collateral (asset_key) where asset_key is not null;
  create index collateral_invoice on registry.collateral (invoice_number_key, debtor_name_key)
    where invoice_number_key is not null;
`;

// An asset that somebody named and nobody claimed yet has a row of version 0: whoever names it locks that row first.
const PROJECTIONS = `
  create table registry.filing_current (
    filing_id uuid primary key references registry.filing (id),
    state text not null check (state in ('live', 'lapsed', 'cancelled', 'revoked')),
    expires_at timestamptz(6) not null,
    ended_at timestamptz(6),
    version int not null check (version > 0),
    check ((state = 'live') = (ended_at is null))
  );
  create index filing_current_expiring on registry.filing_current (expires_at) where state = 'live';

  create table registry.asset_claim (
    asset_key text primary key check (length(asset_key) between 1 and 300),
    payable_amount numeric check (payable_amount > 0 and scale(payable_amount) <= 4),
    claimed_amount numeric not null check (scale(claimed_amount) <= 4),
    currency text check (length(currency) = 3),
    version int not null check (version >= 0),
    constraint asset_claim_fits check (claimed_amount between 0 and coalesce(payable_amount, 0)),
    check ((version = 0) = (payable_amount is null) and (version = 0) = (currency is null))
  );

  create table registry.grantor (
    grantor_key text primary key check (grantor_key <> ''),
    last_filed_at timestamptz(6),
    version int not null check (version >= 0)
  );

  create table registry.number_block (
    block bigint primary key check (block > 0),
    taken_at timestamptz not null
  );
`;

const SEARCHES = `
  create table registry.search (
    id uuid primary key,
    number text not null check (number ~ '^[0-9]{18}$'),
    searcher_user uuid not null,
    searcher_organisation uuid not null,
    searched_at timestamptz(6) not null,
    terms jsonb not null,
    terms_hash text not null check (terms_hash ~ '^[0-9a-f]{64}$'),
    hit_ids uuid[] not null,
    certificate json not null,
    constraint search_number unique (number)
  );
  create index search_searcher on registry.search (searcher_organisation, id);
`;

export class Registry1763778600000 implements MigrationInterface {
  readonly name = 'Registry1763778600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const tables of [BOOK, PROJECTIONS, SEARCHES]) await runner.query(tables);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema registry cascade');
  }
}
