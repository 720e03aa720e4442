// The signing keys of this browser: made by WebCrypto, kept in IndexedDB, and never to be taken out of it.
const DATABASE = 'youquan-signing';
const STORE = 'keys';

interface KeptKey {
  readonly publicKey: string;
  readonly privateKey: CryptoKey;
}

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)));

function asked<Result>(request: IDBRequest<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('IndexedDB failed'));
  });
}

async function store(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open(DATABASE, 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore(STORE, { keyPath: 'publicKey' });
  return (await asked(opening)).transaction(STORE, mode).objectStore(STORE);
}

/** Every browser has P-256. Its private half cannot be exported, not even by this page. */
const P256 = { name: 'ECDSA', namedCurve: 'P-256' } as const;

/** Base64 of SubjectPublicKeyInfo. */
export async function makeKey(): Promise<string> {
  const pair = await crypto.subtle.generateKey(P256, false, ['sign', 'verify']);
  const publicKey = base64(await crypto.subtle.exportKey('spki', pair.publicKey));
  const kept: KeptKey = { publicKey, privateKey: pair.privateKey };
  await asked((await store('readwrite')).put(kept));
  return publicKey;
}

/** The public halves of the keys that this browser holds. */
export async function keysHere(): Promise<readonly string[]> {
  const keys = await asked((await store('readonly')).getAllKeys());
  return keys.map(String);
}

/** What is signed, canonical JSON, and the signature over it, base64. */
export async function signWith(
  publicKey: string,
  statement: string,
): Promise<{ statement: string; signature: string }> {
  const kept = (await asked((await store('readonly')).get(publicKey))) as KeptKey | undefined;
  if (!kept) throw new Error('This browser does not hold the key.');
  const how = { name: 'ECDSA', hash: 'SHA-256' };
  const signature = await crypto.subtle.sign(how, kept.privateKey, new TextEncoder().encode(statement));
  return { statement, signature: base64(signature) };
}
