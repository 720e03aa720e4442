// Takes in the invoices of a delivery, or plans it: then they are taken in, and all of it is taken back but the answers.
import { Injectable } from '@nestjs/common';
import type { Actor, Tx } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { type Outcome, OutcomeStore } from '../../data/uploads/outcome.store';
import { tried } from '../../data/uploads/trial';
import { type Candidate, repeatedReason } from '../../domain/intake';
import type { OutcomeStage } from '../../domain/upload';
import { TakeInInvoices } from '../intake/take-in-invoices';
import { TakeInPayables } from '../intake/take-in-payables';
import type { Uploader } from '../register-receivables';

export interface Place {
  /** In a plan its earlier rows count as if they were there. */
  readonly uploadId: string;
  readonly stage: OutcomeStage;
  /** Of its files, in their order. */
  readonly documentIds: readonly string[];
  /** Of what the organisation owes: whose answers these are; null of what it is owed. */
  readonly maker: Actor | null;
}

@Injectable()
export class TakeInOrPlan {
  constructor(
    private readonly intake: TakeInInvoices,
    private readonly payables: TakeInPayables,
    private readonly receivables: ReceivableStore,
    private readonly outcomes: OutcomeStore,
  ) {}

  /** One outcome per invoice, in order. */
  async execute(
    tx: Tx,
    by: Uploader,
    { uploadId, stage, documentIds, maker }: Place,
    candidates: readonly Candidate[],
  ): Promise<Outcome[]> {
    const documentOf = ({ file }: Candidate): string => documentIds[file] ?? '';
    const takeIn = () =>
      maker
        ? this.payables.execute(tx, maker, candidates, documentOf)
        : this.intake.execute(tx, by, candidates, documentOf);
    if (stage === 'applied') return takeIn();
    const found = await tried(tx, takeIn);
    const scope = { organisations: [by.organisationId] };
    const ids = found.flatMap(({ receivableId, match }) => [receivableId, match?.receivableId ?? null]);
    const named = [...new Set(ids.filter((id) => id !== null))];
    const standing = maker
      ? await this.receivables.lockOwed(tx, scope, named)
      : await this.receivables.byIds(tx, scope, named);
    const there = new Set<string>(standing.map(({ id }) => id));
    const keys = found.flatMap(({ claimKey }) => claimKey ?? []);
    const seen = await this.outcomes.plannedKeys(tx, scope, uploadId, keys);
    return found.map((outcome) => planned(outcome, { there, seen }));
  }
}

/** Without the ids of what was taken back; what an earlier row of the plan wants is its duplicate. */
function planned(
  outcome: Outcome,
  { there, seen }: { readonly there: ReadonlySet<string>; readonly seen: ReadonlySet<string> },
): Outcome {
  const { claimKey, match, reasons } = outcome;
  const kept = (id: string | null) => (id !== null && there.has(id) ? id : null);
  const repeats =
    claimKey !== null && seen.has(claimKey) && ['accepted', 'changed', 'flagged'].includes(outcome.outcome);
  return {
    ...outcome,
    receivableId: kept(outcome.receivableId),
    match: match && { ...match, receivableId: kept(match.receivableId) },
    ...(repeats
      ? { outcome: 'duplicate', match: null, reasons: [...reasons, repeatedReason(claimKey)] }
      : {}),
  };
}
