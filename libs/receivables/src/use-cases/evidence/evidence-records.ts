// What the books hold about one confirmation beside the answer itself: signatures with their keys, when its task reached
// whom, and the grade. The caller was allowed to read the confirmation.
import { Injectable } from '@nestjs/common';
import { EVERYONE, type Reads } from '#platform';
import { GradeStore } from '../../data/confirmation/grade.store';
import { SightingStore } from '../../data/confirmation/sighting.store';
import { SignatureStore } from '../../data/confirmation/signature.store';
import { SigningKeyStore } from '../../data/confirmation/signing-key.store';
import type { Confirmation } from '../../domain/answer';
import type { ConfirmationEvidence, EvidenceSignature } from '../../domain/confirmation/bundle';
import type { Receivable } from '../../domain/receivable';

export interface Records extends Pick<ConfirmationEvidence, 'delivery' | 'grade'> {
  /** Null where nothing was signed. */
  readonly signed: { readonly statement: string; readonly signature: EvidenceSignature } | null;
}

@Injectable()
export class EvidenceRecords {
  constructor(
    private readonly signatures: SignatureStore,
    private readonly keys: SigningKeyStore,
    private readonly sightings: SightingStore,
    private readonly grades: GradeStore,
  ) {}

  async of(on: Reads, confirmation: Confirmation, receivable: Receivable): Promise<Records> {
    const { id: receivableId, listedAt } = receivable;
    const graded = (await this.grades.standing(on, EVERYONE, [receivableId])).get(receivableId);
    const isStanding = graded?.confirmationId === confirmation.id;
    const seen = await this.sightings.first(on, EVERYONE, [receivableId]);
    const at = (event: string, date: Date | null) => (date ? [{ event, at: date.toISOString() }] : []);
    return {
      signed: await this.signed(on, confirmation.id),
      grade: isStanding ? { grade: graded.grade, points: graded.points, reasons: graded.reasons } : null,
      delivery: [
        ...at('listed', listedAt),
        ...seen.flatMap(({ event, seenAt }) => at(event, seenAt)),
        ...at('proposed', confirmation.proposedAt),
        ...at('approved', confirmation.checkedAt),
      ],
    };
  }

  private async signed(on: Reads, confirmationId: string): Promise<Records['signed']> {
    const [found] = await this.signatures.ofConfirmations(on, EVERYONE, [confirmationId]);
    const [key] = found ? await this.keys.byIds(on, EVERYONE, [found.keyId]) : [];
    if (!found || !key) return null;
    const { id: keyId, algorithm, publicKey, decidedAt } = key;
    const approvedAt = decidedAt?.toISOString() ?? null;
    const signature = { keyId, algorithm, publicKey, signature: found.signature, approvedAt };
    return { statement: found.statement, signature };
  }
}
