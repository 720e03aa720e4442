// A side door for those who only check: proofs, checkpoints and receipts, without Nest and without a database.
export { attest, type Attestation, openAttestation } from './domain/attestation';
export { type Checkpoint, openCheckpoint, signCheckpoint } from './domain/checkpoint';
export { followKeys, signKeyChange } from './domain/keys/key-change';
export { leafHash, refuteConsistency, refuteInclusion } from './domain/merkle';
export {
  isKeyName,
  openNote,
  readSigner,
  readVerifier,
  type Signer,
  signNote,
  type Verifier,
  verifierLine,
  verifierText,
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
export { readBody } from './read-body';
export {
  lookupIn,
  readBundle,
  TILE_WIDTH,
  type TileKey,
  tileAt,
  tilePath,
  tilesOf,
} from './domain/tiles/tile';
export {
  completeSubtrees,
  consistencyPath,
  edgesOf,
  Frontier,
  type NodeKey,
  rangeHash,
  storedRun,
} from './domain/tree';
export { cosign, cosignaturesOn } from './domain/witnesses/cosignature';
export { isQuorum, type Policy, PolicyFault, readPolicy } from './domain/witnesses/policy';
