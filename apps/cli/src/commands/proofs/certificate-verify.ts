// `certificate verify`: certificates of the register, as JSON receipt or PDF, offline, by nothing but the log's public key.
import { readFile } from 'node:fs/promises';
import type { Verifier } from '#audit/offline';
import {
  type CertificateContent,
  certificateSections,
  type CertificateVerdict,
  KIND_TITLES,
  openCertificate,
} from '#registry/offline';
import type { CommandLine, CommandResult } from '../../output';
import { verifierFrom } from '../../public-key';

/**
 * One line a file, which says what the certificate proves.
 * @param keyFile the line that `log key` prints; left out: the key of this installation
 */
export async function certificateVerify(files: readonly string[], keyFile?: string): Promise<CommandResult> {
  const verifier = await verifierFrom(keyFile);
  const answers = [];
  for (const file of files) answers.push(await judge(file, verifier));
  return { lines: answers.map(({ line }) => line), held: answers.every(({ valid }) => valid) };
}

async function judge(file: string, verifier: Verifier): Promise<{ line: CommandLine; valid: boolean }> {
  const { certificate, reason } = await opened(file, verifier);
  const valid = certificate !== null;
  const text = certificate ? inWords(certificate) : `not valid: ${reason}`;
  return { valid, line: { json: { file, valid, reason, certificate }, text: `${file}  ${text}` } };
}

async function opened(file: string, verifier: Verifier): Promise<CertificateVerdict> {
  try {
    return openCertificate(await readFile(file), verifier);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    return { certificate: null, reason: 'the file cannot be read' };
  }
}

function inWords(certificate: CertificateContent): string {
  const lines = certificateSections(certificate).flatMap((section) => section.lines);
  return [
    `valid: ${KIND_TITLES[certificate.kind].en}`,
    ...lines.map(({ label, value }) => `  ${label.en}: ${value.en}`),
  ].join('\n');
}
