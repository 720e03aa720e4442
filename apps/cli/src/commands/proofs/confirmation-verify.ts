// `confirmation verify`: evidence of confirmations, offline, by nothing but the log's public key.
import { readFile } from 'node:fs/promises';
import type { Verifier } from '#audit/offline';
import { type ConfirmationEvidence, type EvidenceVerdict, openEvidence } from '#receivables/offline';
import type { CommandLine, CommandResult } from '../../output';
import { verifierFrom } from '../../public-key';

/**
 * One line a file, which says what the evidence proves.
 * @param keyFile the line that `log key` prints; left out: the key of this installation
 */
export async function confirmationVerify(files: readonly string[], keyFile?: string): Promise<CommandResult> {
  const verifier = await verifierFrom(keyFile);
  const answers = [];
  for (const file of files) answers.push(await judge(file, verifier));
  return { lines: answers.map(({ line }) => line), held: answers.every(({ valid }) => valid) };
}

async function judge(file: string, verifier: Verifier): Promise<{ line: CommandLine; valid: boolean }> {
  const { evidence, reason } = await opened(file, verifier);
  const valid = evidence !== null;
  const json = { file, valid, reason, evidence: evidence && factsOf(evidence) };
  return { valid, line: { json, text: `${file}  ${evidence ? inWords(evidence) : `not valid: ${reason}`}` } };
}

/** The file is judged as text: it is evidence only byte by byte as it was issued. */
async function opened(file: string, verifier: Verifier): Promise<EvidenceVerdict> {
  try {
    return openEvidence(await readFile(file, 'utf8'), verifier);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { evidence: null, reason: 'the file cannot be read' };
  }
}

interface Stated {
  readonly debtorName: string;
  readonly supplierName: string;
  readonly invoiceNumber: string;
  readonly decision: string;
  readonly confirmed: { readonly amount: string; readonly currency: string };
}

const statedIn = ({ statement }: ConfirmationEvidence) => JSON.parse(statement) as Stated;

function factsOf(evidence: ConfirmationEvidence) {
  const { id, issuedAt, confirmationId, signatures, people, channel, delivery, grade } = evidence;
  return {
    ...{ id, issuedAt, confirmationId, statement: statedIn(evidence), channel, grade, people, delivery },
    signedWith: signatures.map(({ keyId, algorithm, publicKey }) => ({ keyId, algorithm, publicKey })),
    document: evidence.document,
  };
}

function inWords(evidence: ConfirmationEvidence): string {
  const { debtorName, supplierName, invoiceNumber, decision, confirmed } = statedIn(evidence);
  const [signature] = evidence.signatures;
  const how = signature
    ? `signed with ${signature.algorithm} key ${signature.keyId}`
    : evidence.people
        .map(({ part, authenticatedBy }) => `${part} by ${authenticatedBy.join('+')}`)
        .join(', ');
  const amount = `${confirmed.currency} ${confirmed.amount}`;
  return [
    `valid: ${debtorName} answered "${decision}" to invoice ${invoiceNumber} of ${supplierName}, ${amount}`,
    `  ${how}; evidence grade ${evidence.grade?.grade ?? 'none'}`,
    ...evidence.delivery.map(({ event, at }) => `  ${event} ${at}`),
    `  document ${evidence.document.name}, SHA-256 ${evidence.document.sha256}`,
  ].join('\n');
}
