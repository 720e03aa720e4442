// A witness as C2SP tlog-witness describes one, on a port of its own. It checks what it is sent by itself, and
// misbehaves when it is told to.
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text as read } from 'node:stream/consumers';
import { cosign, openNote, readSigner, refuteConsistency, type Verifier, verifierLine } from '#audit/offline';

interface Answer {
  readonly status: number;
  readonly text: string;
}
/** Gets the answer that the witness would give, and gives another. */
export type Misbehaviour = (honest: Answer) => Answer;

export async function startWitness(name: string, trusts: readonly Verifier[]) {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  const signer = readSigner(name, String(pem), 'cosignature');
  const witness = {
    signer,
    key: verifierLine(signer, 'cosignature'),
    url: '',
    /** Sizes it was asked to start from. */
    asked: [] as number[],
    last: { size: 0, root: Buffer.alloc(0) },
    trusts: [...trusts],
    seconds: 1_763_800_000,
    misbehave: null as Misbehaviour | null,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  const judge = (body: string): Answer => {
    const gap = body.indexOf('\n\n');
    const [old = '', ...proof] = body.slice(0, gap).split('\n');
    const note = body.slice(gap + 2);
    const [oldSize, size] = [Number(old.slice('old '.length)), Number(note.split('\n')[1])];
    witness.asked.push(oldSize);
    if (!witness.trusts.some((log) => note.startsWith(`${log.name}\n`))) return { status: 404, text: '' };
    const text = witness.trusts
      .map((log) => openNote(note, log))
      .find((opened) => typeof opened === 'string');
    if (text === undefined) return { status: 403, text: '' };
    if (oldSize > size) return { status: 400, text: '' };
    if (oldSize !== witness.last.size) return { status: 409, text: `${witness.last.size}\n` };
    const root = Buffer.from(text.split('\n')[2] ?? '', 'base64');
    if (oldSize === size && !root.equals(witness.last.root)) return { status: 409, text: `${size}\n` };
    const sizes = { size1: BigInt(oldSize), size2: BigInt(size), root1: witness.last.root, root2: root };
    const path = proof.map((line) => Buffer.from(line, 'base64'));
    const holds = oldSize === 0 ? path.length === 0 : refuteConsistency({ ...sizes, proof: path }) === null;
    if (!holds) return { status: 422, text: '' };
    witness.last = { size, root };
    return { status: 200, text: cosign(text, signer, witness.seconds) };
  };
  const server = createServer((request, response) => {
    void read(request).then((body) => {
      const honest = request.url === '/add-checkpoint' ? judge(body) : { status: 405, text: '' };
      const { status, text } = witness.misbehave?.(honest) ?? honest;
      response.writeHead(status, { 'content-type': status === 409 ? 'text/x.tlog.size' : 'text/plain' });
      response.end(text);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  witness.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return witness;
}

export type FakeWitness = Awaited<ReturnType<typeof startWitness>>;
