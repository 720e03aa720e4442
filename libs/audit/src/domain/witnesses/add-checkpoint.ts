// What the log asks of a witness and what it hears, as C2SP tlog-witness has it.
import type { Verifier } from '../note';
import { type Cosignature, cosignaturesOn, withCosignatures } from './cosignature';

/** Why a witness gave no cosignature. `ahead` and `another_tree` say that it saw another log than this one. */
export const WITNESS_PROBLEMS = [
  'unreachable',
  'log_unknown',
  'key_unknown',
  'proof_refused',
  'ahead',
  'another_tree',
  'cosignature_wrong',
  'answer_unclear',
] as const;
export type WitnessProblem = (typeof WITNESS_PROBLEMS)[number];

export type WitnessAnswer =
  | { readonly cosignature: Cosignature }
  /** It cosigned this size last, and wants a proof from there. */
  | { readonly from: number }
  | { readonly problem: WitnessProblem };

export interface Heard {
  readonly status: number;
  readonly text: string;
}

const PROBLEM_OF: Readonly<Record<number, WitnessProblem>> = {
  400: 'proof_refused',
  403: 'key_unknown',
  404: 'log_unknown',
  422: 'proof_refused',
};
const [OK, CONFLICT] = [200, 409];

/** @param proof that the tree of `oldSize` leaves is the start of the checkpoint's; empty from size 0 */
export const addCheckpointBody = (oldSize: number, proof: readonly Buffer[], note: string): string =>
  [`old ${oldSize}`, ...proof.map((hash) => hash.toString('base64')), '', note].join('\n');

/** @param asked what the witness was sent: the log's note, its size, and the old size */
export function readAnswer(
  { status, text }: Heard,
  asked: { readonly note: string; readonly size: number; readonly oldSize: number },
  witness: Verifier,
): WitnessAnswer {
  if (status === OK) {
    const [cosignature] = cosignaturesOn(withCosignatures(asked.note, linesOf(text)), [witness]);
    return cosignature ? { cosignature } : { problem: 'cosignature_wrong' };
  }
  if (status !== CONFLICT) return { problem: PROBLEM_OF[status] ?? 'answer_unclear' };
  const from = /^(0|[1-9]\d{0,14})\n?$/u.test(text) ? Number(text) : null;
  // The size is right, so it is the root that it cannot agree to.
  if (from === asked.oldSize || from === null)
    return { problem: asked.oldSize === asked.size ? 'another_tree' : 'answer_unclear' };
  return from > asked.size ? { problem: 'ahead' } : { from };
}

const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.startsWith('— '));
