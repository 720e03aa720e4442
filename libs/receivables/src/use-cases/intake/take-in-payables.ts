// Takes in what a debtor uploads of its own debts: each invoice becomes its supplier's receivable, or is found to be one
// already, and the upload is proposed as the answer to it. It counts when a second person of the debtor approves it.
import { Injectable } from '@nestjs/common';
import { compareMoney, DomainError, type Money } from '#kernel';
import type { Actor, Tx } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import type { Outcome } from '../../data/uploads/outcome.store';
import { errors } from '../../domain/errors';
import { type Candidate, candidateOf, type Claimable, duplicateReason, reasonOf } from '../../domain/intake';
import { payableErrors } from '../../domain/payables/errors';
import { answersKnown, bySupplier } from '../../domain/payables/payable';
import { claimKeyOf, type Receivable } from '../../domain/receivable';
import { chunksOf } from '../chunks';
import { ProposeAnswers } from '../propose-answers';
import { type NewInvoice, RegisterReceivables, type Registration } from '../register-receivables';
import { JudgeInvoices } from './judge-invoices';
import { outcomeOf } from './outcomes';

/** What became of one invoice: registered now or before, and whether the upload answers it. */
interface Taken {
  readonly registration: Registration;
  readonly receivable: Receivable | undefined;
  readonly fault: DomainError | undefined;
}

@Injectable()
export class TakeInPayables {
  constructor(
    private readonly judging: JudgeInvoices,
    private readonly register: RegisterReceivables,
    private readonly receivables: ReceivableStore,
    private readonly proposing: ProposeAnswers,
  ) {}

  /** One outcome per invoice, in order. */
  async execute(
    tx: Tx,
    maker: Actor,
    candidates: readonly Candidate[],
    documentOf: (candidate: Candidate) => string,
  ): Promise<Outcome[]> {
    const judged = await this.judging.judgePayables(tx, maker.organisationId, candidates);
    const invoices = judged.flatMap((one): NewInvoice[] =>
      one.kind === 'claimable'
        ? [{ claimable: one.claimable, documentId: documentOf(one.claimable.candidate) }]
        : [],
    );
    const registered = new Map<Claimable, Registration>();
    for (const [supplierId, group] of bySupplier(invoices)) {
      const by = { userId: maker.userId, organisationId: maker.organisationId, supplierId };
      const registrations = await this.register.execute(tx, by, group, 'debtor');
      for (const [at, { claimable }] of group.entries()) {
        const registration = registrations[at];
        if (registration) registered.set(claimable, registration);
      }
    }
    const taken = await this.answer(tx, maker, registered);
    return judged.map((one) => {
      const documentId = documentOf(candidateOf(one));
      if (one.kind === 'kept') return outcomeOf(one, { documentId, claimKey: null, isRepeated: false });
      const found = taken.get(one.claimable);
      const { supplierId, key } = one.claimable;
      const about = { documentId, claimKey: claimKeyOf({ supplierId, invoiceKey: key }), isRepeated: false };
      const registration = found && shownToDebtor(found);
      return answered(outcomeOf(one, { ...about, registration }), found);
    });
  }

  /** Proposes the upload as the answer to each receivable that it may answer. */
  private async answer(
    tx: Tx,
    maker: Actor,
    registered: ReadonlyMap<Claimable, Registration>,
  ): Promise<ReadonlyMap<Claimable, Taken>> {
    const taken = new Map<Claimable, Taken>();
    for (const chunk of chunksOf([...registered])) {
      const ids = chunk.flatMap(([, { receivableId }]) => receivableId ?? []);
      const owed = new Map<string, Receivable>(
        (await this.receivables.lockOwed(tx, maker.scope, ids)).map((one) => [one.id, one]),
      );
      const wanted = chunk.flatMap(([{ payable }, { receivableId }]) => {
        const receivable = owed.get(receivableId ?? '');
        return receivable && isSame(receivable.payable, payable) ? [receivable.id] : [];
      });
      const answers = [...new Set(wanted)].map((receivableId) => ({
        receivableId,
        decision: 'confirm' as const,
      }));
      const judged = await this.proposing.judge(tx, maker, answers, 'own_upload');
      await this.proposing.write(tx, maker, judged);
      const verdicts = new Map(answers.map(({ receivableId }, at) => [receivableId, judged[at]]));
      for (const [claimable, registration] of chunk) {
        const receivable = owed.get(registration.receivableId ?? '');
        const verdict = receivable && verdicts.get(receivable.id);
        // A second row of one invoice answers nothing any more.
        if (receivable) verdicts.delete(receivable.id);
        taken.set(claimable, { registration, receivable, fault: faultOf(claimable, receivable, verdict) });
      }
    }
    return taken;
  }
}

const isSame = (a: Money, b: Money): boolean => a.currency === b.currency && compareMoney(a, b) === 0;

function faultOf(
  { payable }: Claimable,
  receivable: Receivable | undefined,
  verdict: object | undefined,
): DomainError | undefined {
  // Of what is no debt of this organisation nothing is told but that it is taken.
  if (!receivable || receivable.state === 'draft') return errors.invoice_taken();
  if (verdict instanceof DomainError) return verdict;
  if (verdict) return undefined;
  const { amount, currency } = receivable.payable;
  if (!isSame(receivable.payable, payable))
    return payableErrors.payable_differs({ registered: `${amount} ${currency}` });
  return errors.answer_pending({ receivableId: receivable.id });
}

/** Names what this debtor owes, and nothing else. */
const shownToDebtor = ({ registration, receivable }: Taken): Registration => ({
  ...registration,
  receivableId: receivable && receivable.state !== 'draft' ? receivable.id : null,
  match: registration.match && { ...registration.match, receivableId: null },
});

function answered(outcome: Outcome, taken: Taken | undefined): Outcome {
  if (!taken || taken.registration.isNew) return outcome;
  const before = outcome.reasons.filter(({ rule }) => !isSaidOfSuppliers(rule));
  const { fault } = taken;
  if (!fault) return { ...outcome, outcome: 'accepted', match: null, reasons: [...before, answersKnown()] };
  const reasons = [...before, reasonOf(fault)];
  if (fault.code !== 'receivables.payable_differs') return { ...outcome, outcome: 'duplicate', reasons };
  return { ...outcome, outcome: 'refused', receivableId: null, match: null, reasons };
}

const SAID_OF_SUPPLIERS: ReadonlySet<string> = new Set(
  [true, false].map((isOwn) => duplicateReason(isOwn).rule),
);
const isSaidOfSuppliers = (rule: string): boolean => SAID_OF_SUPPLIERS.has(rule);
