// A side door for those who only check: proofs, checkpoints and receipts, without Nest and without a database.
export { attest, type Attestation, openAttestation } from './domain/attestation';
export { type Checkpoint, openCheckpoint, signCheckpoint } from './domain/checkpoint';
export { leafHash, refuteInclusion } from './domain/merkle';
export {
  isKeyName,
  openNote,
  readSigner,
  readVerifier,
  type Signer,
  signNote,
  type Verifier,
  verifierLine,
} from './domain/note';
export { refuteProofFile } from './domain/proof-file';
export {
  judgeReceipt,
  type Receipt,
  RECEIPT_STEPS,
  type ReceiptFault,
  type ReceiptStep,
  refuteReceipt,
} from './domain/receipt';
export { Frontier } from './domain/tree';
