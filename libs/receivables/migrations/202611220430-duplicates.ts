// Fingerprints of invoices, what was found alike and who cleared it, and the corrections that reduce a receivable.
import type { MigrationInterface, QueryRunner } from 'typeorm';

const FINGERPRINT = `
  create table receivables.fingerprint (
    fingerprint bytea not null check (octet_length(fingerprint) = 16),
    kind text not null check (kind in ('number', 'content', 'band', 'presented')),
    key_version smallint not null check (key_version > 0),
    receivable_id uuid not null references receivables.receivable (id),
    primary key (fingerprint, receivable_id)
  );
  create index fingerprint_receivable on receivables.fingerprint (receivable_id);
`;

// Who caused a match never clears it.
const DUPLICATE_MATCH = `
  create table receivables.duplicate_match (
    receivable_id uuid not null references receivables.receivable (id),
    other_id uuid not null references receivables.receivable (id),
    supplier_id uuid not null,
    debtor_id uuid not null,
    class text not null check (class in ('near', 'split', 'merged', 'reissued')),
    fields text[] not null check (cardinality(fields) > 0),
    state text not null check (state in ('open', 'cleared', 'allowed')),
    found_at timestamptz not null,
    cleared_by uuid,
    cleared_by_organisation uuid,
    cleared_at timestamptz,
    reason text check (length(reason) between 1 and 500),
    primary key (receivable_id, other_id),
    check (receivable_id <> other_id),
    check ((class = 'reissued') = (state = 'allowed')),
    check ((state = 'cleared') = (cleared_by is not null)),
    check ((cleared_by is null) = (cleared_by_organisation is null)
      and (cleared_by is null) = (cleared_at is null) and (cleared_by is null) = (reason is null)),
    constraint duplicate_match_cleared_by_another check (cleared_by_organisation <> supplier_id)
  );
  create index duplicate_match_other on receivables.duplicate_match (other_id);
`;

// A receivable may be credited down to nothing; it is void then. What deals have claimed cannot be taken from it, so the
// rest of a correction stands beside it as the excess.
const CORRECTION = `
  alter table receivables.receivable add column registered_amount numeric;
  update receivables.receivable set registered_amount = payable_amount;
  alter table receivables.receivable
    alter column registered_amount set not null,
    add column duplicate_hold boolean not null default false,
    drop constraint receivable_payable_amount_check,
    add constraint receivable_payable_amount_check
      check (payable_amount >= 0 and (payable_amount > 0 or state = 'void')),
    add constraint receivable_registered_amount_check
      check (registered_amount > 0 and registered_amount >= payable_amount and scale(registered_amount) <= 4);
  create index receivable_pair on receivables.receivable (supplier_id, debtor_id, issue_date);

  create table receivables.correction (
    id uuid primary key,
    supplier_id uuid not null,
    receivable_id uuid not null references receivables.receivable (id),
    document_id uuid not null,
    correction_key text not null check (length(correction_key) between 1 and 400),
    kind text not null check (kind in ('credit_note', 'reversal')),
    number text not null,
    issue_date date not null,
    basis text not null check (basis in ('reference', 'party_and_amount', 'own_number')),
    amount numeric not null check (amount > 0 and scale(amount) <= 4),
    applied numeric not null check (applied >= 0),
    excess numeric not null check (excess >= 0),
    currency text not null check (currency ~ '^[A-Z]{3}$'),
    recorded_at timestamptz not null,
    constraint correction_once unique (correction_key, receivable_id),
    check (amount = applied + excess)
  );
  create index correction_receivable on receivables.correction (receivable_id, id);
`;

const OUTCOME = `
  alter table receivables.upload_outcome
    drop constraint upload_outcome_check1,
    add constraint upload_outcome_receivable
      check (outcome in ('accepted', 'duplicate', 'flagged') or receivable_id is null),
    add column match_class text check (match_class in ('exact', 'near', 'split', 'merged', 'reissued')),
    add column match_fields text[],
    add column match_receivable_id uuid,
    add constraint upload_outcome_match
      check ((match_class is null) = (match_fields is null)
        and (match_class is not null or match_receivable_id is null));
`;

// An answer that was approved stands no longer when the amount it was given for has changed.
const CONFIRMATION = `
  alter table receivables.confirmation
    drop constraint confirmation_state_check,
    add constraint confirmation_state_check
      check (state in ('proposed', 'approved', 'declined', 'superseded'));
`;

export class ReceivablesDuplicates1763900430000 implements MigrationInterface {
  readonly name = 'ReceivablesDuplicates1763900430000';

  async up(runner: QueryRunner): Promise<void> {
    for (const change of [CORRECTION, FINGERPRINT, DUPLICATE_MATCH, OUTCOME, CONFIRMATION])
      await runner.query(change);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      update receivables.confirmation set state = 'declined' where state = 'superseded';
      alter table receivables.confirmation
        drop constraint confirmation_state_check,
        add constraint confirmation_state_check check (state in ('proposed', 'approved', 'declined'));
      update receivables.upload_outcome set receivable_id = null where outcome = 'flagged';
      alter table receivables.upload_outcome
        drop column match_class, drop column match_fields, drop column match_receivable_id,
        drop constraint upload_outcome_receivable,
        add constraint upload_outcome_check1
          check (outcome in ('accepted', 'duplicate') or receivable_id is null);
      drop table receivables.correction, receivables.duplicate_match, receivables.fingerprint;
      drop index receivables.receivable_pair;
      alter table receivables.receivable
        drop column duplicate_hold, drop column registered_amount;
    `);
  }
}
