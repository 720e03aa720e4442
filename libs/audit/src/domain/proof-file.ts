// Proofs as the JSON vectors of transparency-dev/merkle have them: base64 hashes, numbers up to 64 bits.
import { type ConsistencyProof, type InclusionProof, refuteConsistency, refuteInclusion } from './merkle';

type Fields = Readonly<Record<string, unknown>>;
const NUMBERS = /("(?:leafIdx|leafIndex|treeSize|size1|size2)"\s*:\s*)(\d{1,20})(?=\s*[,}])/g;
const MAX_UINT64 = 2n ** 64n - 1n;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

class Malformed extends Error {}

/** Null when the file's proof holds, else why it does not. Anything may be given. */
export function refuteProofFile(text: string): string | null {
  try {
    const fields = read(text);
    return 'size1' in fields
      ? refuteConsistency(consistencyOf(fields))
      : refuteInclusion(inclusionOf(fields));
  } catch (error) {
    if (error instanceof Malformed) return error.message;
    throw error;
  }
}

/** Numbers beyond 2^53 would be rounded by JSON.parse, so they are read as texts. */
function read(text: string): Fields {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(NUMBERS, '$1"$2"'));
  } catch {
    throw new Malformed('the file is not JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new Malformed('the file holds no proof');
  return value as Fields;
}

const inclusionOf = (fields: Fields): InclusionProof => ({
  leafIndex: numberOf(fields, 'leafIdx' in fields ? 'leafIdx' : 'leafIndex'),
  treeSize: numberOf(fields, 'treeSize'),
  leafHash: bytesOf(fields['leafHash'], 'leafHash'),
  root: bytesOf(fields['root'], 'root'),
  proof: hashesOf(fields),
});

const consistencyOf = (fields: Fields): ConsistencyProof => ({
  size1: numberOf(fields, 'size1'),
  size2: numberOf(fields, 'size2'),
  root1: bytesOf(fields['root1'], 'root1'),
  root2: bytesOf(fields['root2'], 'root2'),
  proof: hashesOf(fields),
});

function numberOf(fields: Fields, name: string): bigint {
  const text = fields[name];
  if (typeof text !== 'string' || !/^\d{1,20}$/.test(text) || BigInt(text) > MAX_UINT64)
    throw new Malformed(`${name} is not a whole number of 64 bits`);
  return BigInt(text);
}

/** Where the vectors leave out a value or write null, it has no bytes. */
function bytesOf(value: unknown, name: string): Buffer {
  const text = value ?? '';
  if (typeof text !== 'string' || !BASE64.test(text)) throw new Malformed(`${name} is not base64`);
  return Buffer.from(text, 'base64');
}

function hashesOf(fields: Fields): Buffer[] {
  const list = fields['proof'] ?? [];
  if (!Array.isArray(list)) throw new Malformed('proof is not a list');
  return list.map((value, index) => bytesOf(value, `hash ${index} of the proof`));
}

interface Hashes {
  readonly proof: readonly Buffer[];
}
const encoded = ({ proof }: Hashes) => proof.map((hash) => hash.toString('base64'));

/** In the form of the vectors, as the routes give them. */
export const inclusionFields = (given: InclusionProof) => ({
  leafIdx: Number(given.leafIndex),
  treeSize: Number(given.treeSize),
  root: given.root.toString('base64'),
  leafHash: given.leafHash.toString('base64'),
  proof: encoded(given),
});
export const consistencyFields = (given: ConsistencyProof) => ({
  size1: Number(given.size1),
  size2: Number(given.size2),
  root1: given.root1.toString('base64'),
  root2: given.root2.toString('base64'),
  proof: encoded(given),
});
