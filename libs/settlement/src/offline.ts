// A side door for those who only check: signed payment slips, without Nest and without a database.
import { type Attestation, openAttestation, type Receipt, type Verifier } from '#audit/offline';
import {
  type ArrivedNotice,
  type IssuedSlip,
  NOTICE_DEED,
  refuteGround,
  SLIP_FORMAT,
} from './domain/money/issued-slip';

export { SLIP_FORMAT } from './domain/money/issued-slip';
export type { IssuedSlip, SlipAccount, SlipItem, SlipPayment } from './domain/money/issued-slip';

export type SlipVerdict =
  { readonly slip: IssuedSlip; readonly reason: null } | { readonly slip: null; readonly reason: string };

/**
 * What a file proves: the holder of this key stated these accounts at `issuedAt`, each payment to a financier on the
 * strength of a notice whose arrival is in the log. Takes anything that JSON can hold.
 */
export function openSlip(given: unknown, verifier: Verifier): SlipVerdict {
  const opened = openAttestation(given, SLIP_FORMAT, verifier);
  if (typeof opened === 'string') return { slip: null, reason: opened };
  const slip = opened.content as IssuedSlip;
  const reason = refuteGround(slip, noticesOf(opened));
  return reason === null ? { slip, reason } : { slip: null, reason };
}

function noticesOf({ receipts }: Attestation): ArrivedNotice[] {
  return receipts
    .filter(({ leaf }) => leaf.action === NOTICE_DEED && leaf.subjectType === 'notice')
    .map((receipt) => ({ noticeId: receipt.leaf.subjectId, ...factsOf(receipt) }));
}

function factsOf({ opened }: Receipt): Omit<ArrivedNotice, 'noticeId'> {
  const { debtorId, financierId, arrivedAt } = (opened.details?.value ?? {}) as Record<string, unknown>;
  return { debtorId, financierId, arrivedAt };
}
