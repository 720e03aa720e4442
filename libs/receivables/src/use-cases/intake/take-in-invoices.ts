// Takes in the invoices of a delivery: judges each, registers what can be claimed, and lets credit notes correct what is
// there, those that came in the same delivery included.
import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform';
import type { Outcome } from '../../data/uploads/outcome.store';
import { type Candidate, candidateOf } from '../../domain/intake';
import { ApplyCorrections, type NewCorrection } from '../corrections/apply-corrections';
import { claimKeyOf } from '../../domain/receivable';
import { type NewInvoice, RegisterReceivables, type Supplier } from '../register-receivables';
import { JudgeInvoices } from './judge-invoices';
import { outcomeOf } from './outcomes';

@Injectable()
export class TakeInInvoices {
  constructor(
    private readonly judging: JudgeInvoices,
    private readonly register: RegisterReceivables,
    private readonly corrections: ApplyCorrections,
  ) {}

  /** One outcome per invoice, in order. */
  async execute(
    tx: Tx,
    by: Supplier,
    candidates: readonly Candidate[],
    documentOf: (candidate: Candidate) => string,
  ): Promise<Outcome[]> {
    const judged = await this.judging.judge(tx, by.organisationId, candidates);
    const invoices = judged.flatMap((one): NewInvoice[] =>
      one.kind === 'claimable'
        ? [{ claimable: one.claimable, documentId: documentOf(one.claimable.candidate) }]
        : [],
    );
    const registrations = await this.register.execute(tx, by, invoices);
    const corrections = judged.flatMap((one): NewCorrection[] =>
      one.kind === 'correcting'
        ? [{ correcting: one.correcting, documentId: documentOf(one.correcting.candidate) }]
        : [],
    );
    const corrected = await this.corrections.execute(tx, by, corrections);
    const [registered, reduced] = [registrations.values(), corrected.values()];
    return judged.map((one) =>
      outcomeOf(one, {
        documentId: documentOf(candidateOf(one)),
        claimKey:
          one.kind === 'claimable'
            ? claimKeyOf({ supplierId: by.organisationId, invoiceKey: one.claimable.key })
            : null,
        registration: one.kind === 'claimable' ? registered.next().value : undefined,
        corrected: one.kind === 'correcting' ? reduced.next().value : undefined,
      }),
    );
  }
}
