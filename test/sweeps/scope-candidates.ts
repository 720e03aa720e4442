// What may stand for the parameters of a reading method, all of it from the database of the small world.
import { money } from '#kernel';
import { query, type Reads } from '#platform';
import { DAY, NOW } from '../e2e/world';

const MOST = 200;
export const FILTER = [{ limit: MOST }];
const FIRST = 'ffffffff-ffff-ffff-ffff-ffffffffffff';
const NONE_BEFORE = '00000000-0000-0000-0000-000000000000';
const LONG_AGO = '2020-01-01T00:00:00Z';

export type Candidates = readonly unknown[];

/** What may stand for a parameter: by name and type, by name, or by type; all of it is in the database. */
export async function candidates(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const idTables = await query<{ name: string }>(
    reads,
    `select format('%I.%I', table_schema, table_name) as name from information_schema.columns
     where column_name = 'id' and data_type = 'uuid' and table_schema not in ('jobs', 'platform', 'audit')`,
  );
  const union = idTables.map(({ name }) => `(select id from ${name} limit 50)`).join(' union all ');
  const ids = (await query<{ id: string }>(reads, union)).map(({ id }) => id);
  const keys = await query<{ key: string }>(reads, 'select value_key as key from parties.identifier_claim');
  const sessions = await query<{ hash: Buffer }>(
    reads,
    `(select token_hash as hash from identity.session limit 1)
     union all (select token_hash from identity.sign_in_challenge limit 1)
     union all (select token_hash from identity.client_token limit 1)`,
  );
  const [line] = await query<{ financierId: string; debtorId: string; currency: string }>(
    reads,
    'select financier_id as "financierId", debtor_id as "debtorId", currency from risk.limit_line limit 1',
  );
  const inForce = await query(
    reads,
    'select organisation_id as "organisationId", purpose, currency from parties.account_in_force',
  );
  const accounts = await query<{ number: string }>(
    reads,
    'select account_number as number from parties.bank_account',
  );
  const references = await query<{ reference: string }>(
    reads,
    'select end_to_end_id as reference from settlement.payout',
  );
  const contacts = await query<{ id: string }>(
    reads,
    'select organisation_id as id from parties.contact limit 1',
  );
  const withContact = contacts.map(({ id }) => id);
  const pairs = await query(
    reads,
    'select supplier_id as "supplierId", debtor_id as "debtorId" from parties.trading_relation',
  );
  const assets = await query<{ key: string }>(reads, 'select asset_key as key from factoring.deal_item');
  return {
    ...(await ofUploads(reads)),
    ...(await ofAnswers(reads)),
    ...(await ofTheRegister(reads)),
    ...(await ofMandates(reads)),
    'assetKeys: readonly string[]': [assets.map(({ key }) => key)],
    'pairs: readonly TradingPair[]': [pairs],
    'keys: readonly string[]': [keys.map(({ key }) => key)],
    'keys: readonly LimitKey[]': [[line]],
    'keys: readonly LineKey[]': [[line]],
    'keys: readonly ForceKey[]': [inForce],
    'numbers: readonly string[]': [accounts.map(({ number }) => number)],
    'endToEndIds: readonly string[]': [references.map(({ reference }) => reference)],
    'ids: readonly string[] | null': [null],
    'valueDate: LocalDate | null': [null],
    'day: LocalDate': ['2026-11-23'],
    'today: LocalDate': ['2026-11-23'],
    'today: LocalDate | null': [null],
    'bookedAt: Date | null': [null],
    'currency: string': [line?.currency],
    DeedChoice: [{ before: FIRST, take: MOST }],
    DeedsAfter: [{ actions: ['identity.signed_in'], after: NONE_BEFORE, take: MOST }],
    'by: { readonly login: string } | { readonly id: string }': [{ login: 'operator' }],
    'roles: readonly string[]': [['operator']],
    financierId: [line?.financierId],
    organisationA: withContact,
    organisationB: withContact,
    before: [FIRST],
    string: ids,
    'readonly string[]': [ids],
    number: [MOST],
    Date: [NOW, new Date(NOW.getTime() + DAY)],
    Buffer: sessions.map(({ hash }) => hash),
    Reader: [{ userId: ids[0] ?? '', permissions: ['confirmation.read'] }],
    PageQuery: FILTER,
    LineFilter: [{ stage: 'planned', after: 0, take: MOST, onlyRefused: false }],
    '{ after, before, most }: Window': [
      { after: NONE_BEFORE, before: new Date(NOW.getTime() + DAY), most: MOST },
    ],
    SearchesAsked: [{ before: FIRST, take: MOST, by: null, reference: null }],
    PageAsked: [
      { before: FIRST, take: MOST, category: null, filedBy: null, ended: { by: null, after: null } },
    ],
  };
}

/** Each upload with its plan or its outcome. */
async function ofUploads(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const uploads = await query<{ id: string }>(reads, 'select id from receivables.upload');
  const suppliers = await query<{ id: string }>(
    reads,
    'select distinct supplier_id as id from receivables.receivable',
  );
  const documents = await query<{ id: string }>(
    reads,
    `select distinct document_id as id from receivables.upload_outcome where outcome = 'refused'`,
  );
  const keys = await query<{ key: string }>(
    reads,
    'select distinct claim_key as key from receivables.upload_outcome where claim_key is not null',
  );
  const uploadIds = uploads.map(({ id }) => id);
  const supplierIds = suppliers.map(({ id }) => id);
  const stages = ['planned', 'applied'];
  return {
    '{ supplierId, currency, now, most }: OpenAsked': supplierIds.map((supplierId) => ({
      ...{ supplierId, currency: 'CNY', now: NOW, most: MOST },
    })),
    uploadId: uploadIds,
    UploadSide: ['receivables', 'payables'],
    '{ uploadId, supplierIds }: UndoReach': uploadIds.map((uploadId) => ({ uploadId, supplierIds })),
    '{ after, upTo }: RowRange': [{ after: 0, upTo: MOST }],
    OutcomeFilter: stages.map((stage) => ({ stage, limit: MOST })),
    'OutcomeStore.plannedKeys keys': [keys.map(({ key }) => key)],
    'OutcomeStore.keptKeys keys': [keys.map(({ key }) => key)],
    'from: { readonly stage: OutcomeStage; readonly documentId: string; readonly after: number }':
      stages.flatMap((stage) => documents.map(({ id }) => ({ stage, documentId: id, after: 0 }))),
  };
}

async function ofAnswers(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const disputed = await query<{ id: string }>(
    reads,
    'select distinct receivable_id as id from receivables.dispute',
  );
  const signatures = await query<{ text: string }>(
    reads,
    'select signature as text from receivables.confirmation_signature',
  );
  const waiting = await query<{ claimKey: string; debtorId: string; amount: string; currency: string }>(
    reads,
    `select coalesce(w.waits_for[1], 'none') as "claimKey", coalesce(w.debtor_id, w.supplier_id) as "debtorId", w.amount::text, w.currency
     from receivables.waiting_correction w`,
  );
  return {
    DisputeCause: ['partial_confirmation', 'withdrawal', 'discrepancy'],
    'DisputeStore.holdsBeside receivableId': disputed.map(({ id }) => id),
    'DisputeStore.holdsBeside id': [NONE_BEFORE],
    'signatures: readonly string[]': [signatures.map(({ text }) => text)],
    '{ userId, event }: { readonly userId: string; readonly event: SightingEvent }': [
      { userId: NONE_BEFORE, event: 'shown' },
    ],
    'arrived: readonly Arrived[]': [
      waiting.map(({ claimKey, debtorId, amount, currency }) => ({
        ...{ claimKey, debtorId, amount: money(amount, currency) },
      })),
    ],
    '{ after, take, newsOnly }: { readonly after: string; readonly take: number; readonly newsOnly: boolean }':
      [{ after: NONE_BEFORE, take: MOST, newsOnly: false }],
    '{ since, today }: { readonly since: LocalDate; readonly today: LocalDate }': [
      { since: '2020-01-01', today: '2099-01-01' },
    ],
  };
}

async function ofTheRegister(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const filings = await query<{ number: string }>(reads, 'select number from registry.filing');
  return {
    'StatutoryStore.ownByNumber numbers': [filings.map(({ number }) => number)],
    FeeFilter: [
      {
        from: new Date(LONG_AGO),
        until: new Date(NOW.getTime() + DAY),
        organisationId: null,
        before: FIRST,
        take: MOST,
      },
    ],
    DutiesAsked: [{ now: NOW.toISOString(), before: FIRST, take: MOST, filingId: null, openOnly: false }],
    ObjectionsAsked: [{ before: FIRST, take: MOST, filingId: null, state: null }],
    'StatutoryStore.page asked': [{ before: FIRST, take: MOST, filingId: null, state: null }],
    'StatutoryStore.due asked': [{ before: FIRST, take: MOST, now: NOW.toISOString() }],
    'SubordinationStore.page { before, take, state, }': [{ before: FIRST, take: MOST, state: null }],
    endedAt: [NOW.toISOString()],
  };
}

async function ofMandates(reads: Reads): Promise<Readonly<Record<string, Candidates>>> {
  const mandates = await query<{ agentId: string; principalIds: string[] }>(
    reads,
    `select agent_id as "agentId", array_agg(principal_id) as "principalIds" from parties.mandate group by agent_id`,
  );
  return {
    '{ agentId, principalIds, day }: MandateKey': mandates.map((one) => ({ ...one, day: '2026-11-23' })),
  };
}
