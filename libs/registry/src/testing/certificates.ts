// Certificates to try: signed with a key of their own, resting on a log with one leaf.
import { generateKeyPairSync } from 'node:crypto';
import {
  attest,
  leafHash,
  type Receipt,
  readSigner,
  signCheckpoint,
  type Signer,
  signNote,
} from '#audit/offline';
import { canonicalJson } from '#kernel';
import {
  CERTIFICATE_FORMAT,
  type CertificateContent,
  type RegistrationFacts,
} from '../formats/certificate/certificate';
import { sealLine, sealText } from '../formats/certificate/sealed-pdf';
import { certificatePdf } from '../formats/certificate/certificate-pdf';

export function newSigner(): Signer {
  const { privateKey } = generateKeyPairSync('ed25519');
  return readSigner('test.example/log', privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
}

export const facts: RegistrationFacts = {
  number: '000000000000000197',
  category: 'factoring',
  filedAt: '2026-11-22T08:00:00.000001Z',
  termMonths: 12,
  expiresOn: '2027-11-22',
  maximumAmount: 'CNY 1000000.00',
  grantors: [
    { legalName: '杭州明远科技有限公司', identifierScheme: 'USCC', identifier: '91110000802100433B' },
  ],
  securedParties: [{ legalName: 'Jiangnan Bank 江南银行', identifierScheme: null, identifier: null }],
  collateral: [
    { description: '应收账款', amount: 'CNY 900.00', invoiceNumber: '01234567', debtorName: '华东重工' },
  ],
};

export const certificateContent = (over: Partial<CertificateContent> = {}): CertificateContent => ({
  kind: 'registration',
  number: facts.number,
  edition: 1,
  subjectId: '019ab000-0000-7000-8000-000000000001',
  subjectVersion: 1,
  recordedAt: facts.filedAt,
  standing: 'registered_here_only',
  statutory: { number: 'ZD-2026-1', registeredAt: '2026-11-23T01:00:00.000000Z' },
  issuedAt: '2026-11-24T08:00:00.000000Z',
  verifyAt: 'https://youquan.example/verify',
  registration: facts,
  event: null,
  search: null,
  ...over,
});

/** Of a deed that is alone in its log. */
export function receiptOf(content: CertificateContent, signer: Signer): Receipt {
  const closed = Buffer.alloc(32).toString('base64');
  const leaf: Receipt['leaf'] = {
    format: 'youquan/deed/1',
    deedId: '019ab000-0000-7000-8000-000000000002',
    at: content.recordedAt,
    action: 'registry.filing_made',
    subjectType: content.kind === 'search' ? 'registry.search' : 'registry.filing',
    subjectId: content.subjectId,
    subjectVersion: content.subjectVersion,
    commitments: { actor: closed, details: closed },
  };
  const root = leafHash(Buffer.from(canonicalJson(leaf)));
  return {
    format: 'youquan/receipt/1',
    leaf,
    opened: {},
    leafIndex: 0,
    inclusion: [],
    checkpoint: signCheckpoint({ size: 1, root, previous: 0, at: '2026-11-22T08:00:01.000Z' }, signer),
    keyId: `${signer.name}+${signer.id}`,
  };
}

export const receiptText = (content: CertificateContent, receipts: readonly Receipt[], signer: Signer) =>
  canonicalJson(attest({ format: CERTIFICATE_FORMAT, content, receipts }, signer));

export async function sealedPdf(content: CertificateContent, receipt: string, signer: Signer) {
  const pdf = await certificatePdf({ content, receipt, checkpoint: 'test.example/log\n1\nhash\n' });
  return Buffer.concat([pdf, Buffer.from(sealLine(signNote(sealText(pdf), signer)))]);
}
