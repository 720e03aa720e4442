// A debtor takes a slip that it can rely on: signed with the log's key, with the receipts of the notices it rests on,
// and recorded, so that neither the debtor nor the platform can say afterwards that something else was stated.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { attest, type Attestation, AuditLog, LogKey, Receipts } from '#audit';
import { type Clock, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once, type Tx } from '#platform';
import { type Receivable, Receivables } from '#receivables';
import { errors } from '../domain/errors';
import { type IssuedSlip, NOTICE_DEED, SLIP_FORMAT } from '../domain/money/issued-slip';
import { PaymentSlipQueries } from './payment-slips.queries';

@Injectable()
export class IssuePaymentSlip {
  constructor(
    private readonly once: Once,
    private readonly receivables: Receivables,
    private readonly slips: PaymentSlipQueries,
    private readonly receipts: Receipts,
    private readonly key: LogKey,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The answer is the file to keep. The receivables are locked, so no acceptance can assign one meanwhile.
   * @throws settlement.slip_receivable_not_found (404), settlement.nothing_owed (422),
   * audit.not_sequenced_yet (409, retryable: a notice arrived a moment ago)
   */
  async execute(command: Command, receivableIds: readonly string[]): Promise<Attestation> {
    const { actor } = command;
    const debtor = { organisations: [actor.organisationId] };
    const signer = await this.key.signer();
    return this.once.run(command, async (tx) => {
      const owed = await this.receivables.lockOwed(tx, debtor, receivableIds);
      const content = await this.slip(tx, command, inOrder(owed, receivableIds));
      const noticeIds = noticesOf(content);
      const receipts = await this.receipts.ofSubjects(tx, debtor, noticeIds, NOTICE_DEED);
      const signed = attest({ format: SLIP_FORMAT, content, receipts }, signer);
      await this.audit.record(tx, actor, [
        {
          action: 'settlement.payment_slip_issued',
          subjectType: 'payment_slip',
          subjectId: content.id,
          subjectVersion: 1,
          details: { receivableIds, noticeIds, signatureSha256: sha256(signed.signature) },
        },
      ]);
      return signed;
    });
  }

  private async slip(tx: Tx, { actor }: Command, receivables: readonly Receivable[]): Promise<IssuedSlip> {
    const issuedAt = this.clock.now().toISOString();
    const slips = await this.slips.of(tx, actor, receivables);
    const paid = slips.find(({ payments }) => payments.length === 0);
    if (paid) throw errors.nothing_owed({ invoiceNumber: paid.invoiceNumber });
    const [first] = receivables;
    return {
      id: newId<'payment_slip'>(shardOf(first?.id ?? '')),
      issuedAt,
      debtorId: actor.organisationId,
      debtorName: await this.slips.nameOf(tx, actor.organisationId),
      items: slips.map(({ id: receivableId, actions: _, ...item }) => ({ receivableId, ...item })),
    };
  }
}

/** As they were asked for; what is not owed, or not confirmed, has no slip. */
function inOrder(owed: readonly Receivable[], ids: readonly string[]): Receivable[] {
  return [...new Set(ids)].map((id) => {
    const receivable = owed.find((one) => one.id === id);
    if (receivable?.state === 'settled')
      throw errors.nothing_owed({ invoiceNumber: receivable.invoiceNumber });
    const isOwed = receivable?.state === 'confirmed' || receivable?.state === 'part_disputed';
    if (!isOwed) throw errors.slip_receivable_not_found({ receivableId: id });
    return receivable;
  });
}

const noticesOf = ({ items }: IssuedSlip): string[] => [
  ...new Set(items.flatMap(({ payments }) => payments.flatMap(({ noticeId }) => noticeId ?? []))),
];

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
