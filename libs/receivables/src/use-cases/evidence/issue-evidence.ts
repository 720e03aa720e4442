// Issues the evidence of a confirmation as a file that its holder can prove to anybody: signed with the log's key, with
// the receipt of the answer, and recorded, so that nobody can say afterwards that something else was stated.
import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { attest, type Attestation, AuditLog, LogKey, Receipts } from '#audit';
import { canonicalJson, type Clock, invariant, newId, shardOf } from '#kernel';
import { CLOCK, type Command, Once, type Reads, type Scope } from '#platform';
import type { Confirmation } from '../../domain/answer';
import { ANSWER_DEED, type ConfirmationEvidence, EVIDENCE_FORMAT } from '../../domain/confirmation/bundle';
import { statementOf } from '../signing/judge-signatures';
import { EvidenceRecords } from './evidence-records';
import { EvidenceSources, type Source } from './evidence-sources';

@Injectable()
export class IssueEvidence {
  constructor(
    private readonly once: Once,
    private readonly sources: EvidenceSources,
    private readonly records: EvidenceRecords,
    private readonly receipts: Receipts,
    private readonly key: LogKey,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * The text of the file; the document is put beside what is signed, which names its hash.
   * @param scope whose confirmations: of suppliers and debtors in it
   * @throws receivables.confirmation_not_found (404), confirmation_not_given (409),
   * audit.not_sequenced_yet (409, retryable: the answer was given a moment ago)
   */
  async execute(
    command: Command,
    confirmationId: string,
    scope: Scope = command.actor.scope,
  ): Promise<string> {
    const { actor } = command;
    const signer = await this.key.signer();
    const attestation = await this.once.run(command, async (tx): Promise<Attestation> => {
      const source = await this.sources.of(tx, scope, confirmationId);
      const content = await this.content(tx, source);
      // The supplier's scope opens what was done, and not by which person.
      const { id: receivableId, supplierId } = source.receivable;
      const supplier = { organisations: [supplierId] };
      const receipts = await this.receipts.ofSubjects(tx, supplier, [receivableId], ANSWER_DEED);
      const signed = attest({ format: EVIDENCE_FORMAT, content, receipts }, signer);
      await this.audit.record(tx, actor, [
        {
          action: 'receivables.evidence_issued',
          subjectType: 'confirmation_evidence',
          subjectId: content.id,
          subjectVersion: 1,
          details: { confirmationId, signatureSha256: sha256(signed.signature) },
        },
      ]);
      return signed;
    });
    const { document } = attestation.content as ConfirmationEvidence;
    const bytes = document.isIncluded ? await this.sources.bytes(document.sha256) : null;
    return canonicalJson({ attestation, document: bytes?.toString('base64') ?? null });
  }

  private async content(on: Reads, source: Source): Promise<ConfirmationEvidence> {
    const { confirmation, receivable, basis, document } = source;
    const { signed, ...records } = await this.records.of(on, confirmation, receivable);
    return {
      id: newId<'confirmation_evidence'>(shardOf(receivable.id)),
      issuedAt: this.clock.now().toISOString(),
      confirmationId: confirmation.id,
      statement: signed?.statement ?? canonicalJson(statementOf(basis, confirmation)),
      signatures: signed ? [signed.signature] : [],
      people: peopleOf(confirmation),
      channel: confirmation.channel,
      ...records,
      document,
    };
  }
}

function peopleOf(confirmation: Confirmation): ConfirmationEvidence['people'] {
  const { makerKind, makerMethods, proposedAt, checkerKind, checkerMethods, checkedAt } = confirmation;
  invariant(checkerKind && checkerMethods && checkedAt, 'an approved answer was checked');
  return [
    { part: 'maker', kind: makerKind, authenticatedBy: makerMethods, at: proposedAt.toISOString() },
    { part: 'checker', kind: checkerKind, authenticatedBy: checkerMethods, at: checkedAt.toISOString() },
  ];
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');
