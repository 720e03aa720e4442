// Receivables: the debtor is asked until it has answered, and the supplier hears what became of it.
import { Injectable } from '@nestjs/common';
import { startOfDay } from '#kernel';
import { Db, EVERYONE, On, type Payload } from '#platform';
import {
  confirmationWithdrawn,
  demandIssued,
  disputeMoved,
  disputeOpened,
  type Receivable,
  receivableAnswered,
  receivableDiluted,
  receivableListed,
  Receivables,
  receivableWithdrawn,
} from '#receivables';
import type { EntryKind } from '../domain/entry';
import type { Ending } from '../domain/news/news';
import { Entries } from '../use-cases/entries';

const OUTCOMES: Readonly<Record<string, EntryKind>> = {
  confirmed: 'receivable_confirmed',
  part_disputed: 'receivable_part_disputed',
  rejected: 'receivable_rejected',
};
const answered = (subjectId: string, state: Ending['state']): Ending[] => [
  { kind: 'receivable_to_answer', subjectId, state },
];

@Injectable()
export class WhenReceivableMoves {
  constructor(
    private readonly db: Db,
    private readonly receivables: Receivables,
    private readonly entries: Entries,
  ) {}

  @On(receivableListed)
  async listed({ receivableIds }: Payload<typeof receivableListed.fields>, eventId: string) {
    const receivables = await this.receivables.byIds(this.db.reads, EVERYONE, receivableIds);
    // The fact may come late: what has been answered or withdrawn meanwhile asks for nothing.
    const listed = receivables.filter(({ state }) => state === 'listed');
    await this.entries.take(
      eventId,
      listed.map((one) => askOf(one, one.debtorId)),
    );
  }

  @On(receivableAnswered)
  async answered(fact: Payload<typeof receivableAnswered.fields>, eventId: string) {
    const { receivableId: subjectId, supplierId, outcome } = fact;
    const kind = OUTCOMES[outcome];
    const label = await this.numberOf(subjectId);
    const tell = kind ? [{ organisationId: supplierId, kind, subjectId, label }] : [];
    await this.entries.take(eventId, tell, answered(subjectId, 'done'));
  }

  @On(receivableWithdrawn)
  async withdrawn({ receivableId }: Payload<typeof receivableWithdrawn.fields>, eventId: string) {
    await this.entries.take(eventId, [], answered(receivableId, 'void'));
  }

  @On(confirmationWithdrawn)
  async askedAgain(fact: Payload<typeof confirmationWithdrawn.fields>, eventId: string) {
    const { receivableId: subjectId, supplierId, debtorId } = fact;
    const receivable = await this.find(subjectId);
    const label = receivable?.invoiceNumber ?? null;
    const again = receivable?.state === 'listed' ? [askOf(receivable, debtorId)] : [];
    await this.entries.take(eventId, [
      { organisationId: supplierId, kind: 'confirmation_withdrawn', subjectId, label },
      ...again,
    ]);
  }

  @On(receivableDiluted)
  async diluted(fact: Payload<typeof receivableDiluted.fields>, eventId: string) {
    const { receivableId: subjectId, supplierId } = fact;
    const label = await this.numberOf(subjectId);
    await this.entries.take(eventId, [
      { organisationId: supplierId, kind: 'receivable_diluted', subjectId, label },
    ]);
  }

  @On(disputeOpened)
  async disputed(fact: Payload<typeof disputeOpened.fields>, eventId: string) {
    await this.tellOfDispute('dispute_opened', fact, eventId);
  }

  @On(disputeMoved)
  async disputeMoved(fact: Payload<typeof disputeMoved.fields>, eventId: string) {
    await this.tellOfDispute('dispute_moved', fact, eventId);
  }

  @On(demandIssued)
  async demanded(fact: Payload<typeof demandIssued.fields>, eventId: string) {
    const { demandId: subjectId, receivableId, debtorId: organisationId } = fact;
    const label = await this.numberOf(receivableId);
    await this.entries.take(eventId, [{ organisationId, kind: 'demand_received', subjectId, label }]);
  }

  private async tellOfDispute(
    kind: 'dispute_opened' | 'dispute_moved',
    fact: { disputeId: string; receivableId: string; supplierId: string; debtorId: string },
    eventId: string,
  ): Promise<void> {
    const { disputeId: subjectId, receivableId, supplierId, debtorId } = fact;
    const label = await this.numberOf(receivableId);
    await this.entries.take(eventId, [
      { organisationId: supplierId, kind, subjectId, label },
      { organisationId: debtorId, kind, subjectId, label, permission: 'confirmation.read' },
    ]);
  }

  private async find(id: string): Promise<Receivable | undefined> {
    const [receivable] = await this.receivables.byIds(this.db.reads, EVERYONE, [id]);
    return receivable;
  }

  private async numberOf(id: string): Promise<string | null> {
    return (await this.find(id))?.invoiceNumber ?? null;
  }
}

const askOf = ({ id, invoiceNumber, answerBy }: Receivable, debtorId: string) => ({
  organisationId: debtorId,
  kind: 'receivable_to_answer' as const,
  subjectId: id,
  label: invoiceNumber,
  dueAt: answerBy && new Date(startOfDay(answerBy).getTime() + DAY_MS),
});
/** The last day itself still counts. */
const DAY_MS = 86_400_000;
