// Evidence that nobody leaves in the small world, so that the sweep of scopes has something to hide: a mandate in force, who
// saw a task, a signed answer, the cent of a test that its bank has not sent yet, and a reduction that a financier acknowledged.
import { newId, shardOf } from '#kernel';
import { type Db, query, type Tx } from '#platform';
import { NOW } from '../e2e/world';

export async function evidenceForAMoment(db: Db): Promise<void> {
  await db.run(async (tx) => {
    await query(
      tx,
      `update parties.mandate set state = 'accepted', answered_by = agent_id, answerer_organisation_id = agent_id,
         answered_at = $1 where state = 'offered'`,
      [NOW],
    );
    await query(
      tx,
      `insert into receivables.task_sighting (receivable_id, event, user_id, organisation_id, seen_at)
       select id, 'shown', debtor_id, debtor_id, $1 from receivables.receivable`,
      [NOW],
    );
    await query(
      tx,
      `insert into receivables.confirmation_signature (confirmation_id, key_id, statement, signature, signed_at)
       select c.id, k.id, 'statement', 'signature', $1
       from receivables.confirmation c join receivables.receivable r on r.id = c.receivable_id
       join receivables.signing_key k on k.organisation_id = r.debtor_id order by c.id limit 1`,
      [NOW],
    );
    await query(
      tx,
      `with proposed as (
         insert into parties.bank_account (id, organisation_id, account_number, holder_name, bank_name, bank_code,
           currency, purposes, state, proposed_by, proposed_at, version, test_reference, test_sent_at)
         select $2, organisation_id, account_number, holder_name, bank_name, bank_code, currency, purposes,
           'proposed', proposed_by, $1, 1, '042917', $1 from parties.bank_account order by id limit 1
         returning id)
       insert into parties.account_test (id, account_id, bank, asked_at) select id, id, 'bank', $1 from proposed`,
      [NOW, newId<'bank_account'>(0)],
    );
    await acknowledge(tx);
  });
}

async function acknowledge(tx: Tx): Promise<void> {
  const [item] = await query<{
    supplierId: string;
    receivableId: string;
    documentId: string;
    dealId: string;
  }>(
    tx,
    `select d.supplier_id as "supplierId", i.receivable_id as "receivableId", r.document_id as "documentId",
       d.id as "dealId"
     from factoring.deal_item i join factoring.deal d on d.id = i.deal_id
     join receivables.receivable r on r.id = i.receivable_id order by i.receivable_id limit 1`,
  );
  if (!item) throw new Error('a receivable was financed');
  const { supplierId, receivableId, documentId, dealId } = item;
  const [correction, acknowledgement] = [
    newId<'correction'>(shardOf(supplierId)),
    newId<'entry'>(shardOf(supplierId)),
  ];
  await query(
    tx,
    `insert into receivables.correction (id, supplier_id, receivable_id, document_id, correction_key, kind, number,
       issue_date, basis, amount, applied, excess, currency, recorded_at)
     values ($1, $2, $3, $4, 'sweep', 'credit_note', 'CN-1', '2026-11-01', 'reference', 1, 1, 0, 'CNY', $5)`,
    [correction, supplierId, receivableId, documentId, NOW],
  );
  await query(
    tx,
    `insert into factoring.dilution_acknowledgement (id, deal_id, receivable_id, correction_id, caused_by, reason,
       acknowledged_by, acknowledged_by_organisation, acknowledged_at)
     select $1, d.id, $2, $3, d.supplier_id, 'noted', d.financier_id, d.financier_id, $4
     from factoring.deal d where d.id = $5`,
    [acknowledgement, receivableId, correction, NOW, dealId],
  );
}
