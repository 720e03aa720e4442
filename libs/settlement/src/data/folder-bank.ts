// A bank that is reached by files: instructions are laid into `out`, and what the bank lays into `in` is read. Most
// banks' host-to-host programs and file gateways take and bring files in just this way.
import { constants } from 'node:fs';
import { access, link, mkdir, open, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { UNFINISHED, writeDurably } from '#platform';
import type { BankAck, BankDocument, BankDocuments, BankMessage, BankPort } from '../domain/bank-port';
import { MAX_STATEMENT_BYTES } from '../formats/read-statements';

const PAUSE_MS = 500;
const DIGITS = 10;
/** So many are handed out at a time: a backlog shall not fill the memory. */
const MOST = 50;
/** Whoever lays a file here renames it when it is whole, or hides it until then. */
const UNREADY = new RegExp(`^\\.|\\.(?:tmp|part|filepart)$|${UNFINISHED.replace('.', '\\.')}$`, 'i');
const NUMBERED = new RegExp(`^\\d{${DIGITS}}$`);

export class FolderBank implements BankPort {
  /** @param folder made when missing, with `out`, `in` and, for what was taken from `in`, `read` */
  constructor(
    private readonly folder: string,
    readonly pauseMs: number = PAUSE_MS,
  ) {}

  /** The file keeps its name and content, so that laying it down again is no second instruction. */
  async submit({ id, xml }: BankMessage): Promise<BankAck> {
    const file = join(await this.room('out'), `${id}.xml`);
    const content = Buffer.from(xml, 'utf8');
    if (!(await holds(file, content))) await writeDurably(file, content);
    return { messageId: id, status: 'received', reason: null, payments: [] };
  }

  /**
   * The cursor is the number that a file got when it was taken; numbers are given without a gap. What lies before the
   * cursor was read and kept, and is removed.
   */
  async documentsSince(cursor: string | null): Promise<BankDocuments> {
    const from = cursor === null ? 0 : Number(cursor);
    const taken = await this.take(from);
    // The last one stays, so that every process goes on counting from it.
    for (const number of taken.filter((one) => one < from))
      await rm(join(await this.room('read'), numbered(number)), { force: true });
    const fresh = taken.filter((number) => number > from).slice(0, MOST);
    const documents: BankDocument[] = [];
    for (const number of fresh) documents.push(await this.document(number));
    return { documents, cursor: String(fresh.at(-1) ?? from) };
  }

  /** Gives each new file its number, in the order of arrival. Two processes may try: a link is made once. */
  private async take(from: number): Promise<number[]> {
    const [arrivals, room] = [await this.room('in'), await this.room('read')];
    const taken = (await readdir(room))
      .filter((name) => NUMBERED.test(name))
      .map(Number)
      .sort((a, b) => a - b);
    for (const name of await arrivedIn(arrivals)) {
      const file = join(arrivals, name);
      for (;;) {
        const number = Math.max(taken.at(-1) ?? 0, from) + 1;
        const done = await linked(file, join(room, numbered(number)));
        if (done === 'gone') break;
        taken.push(number);
        if (done === 'made') break;
      }
      await rm(file, { force: true });
    }
    return taken;
  }

  /** No more is read than shows that a file is too large. */
  private async document(number: number): Promise<BankDocument> {
    const name = numbered(number);
    const handle = await open(join(await this.room('read'), name));
    try {
      const { size } = await handle.stat();
      const content = Buffer.alloc(Math.min(size, MAX_STATEMENT_BYTES + 1));
      const { bytesRead } = await handle.read(content, 0, content.length, 0);
      return { name, content: content.subarray(0, bytesRead) };
    } finally {
      await handle.close();
    }
  }

  private async room(name: 'out' | 'in' | 'read'): Promise<string> {
    const room = join(this.folder, name);
    await mkdir(room, { recursive: true });
    return room;
  }
}

const numbered = (number: number): string => String(number).padStart(DIGITS, '0');

/** Whole files, the earliest first. */
async function arrivedIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isFile() && !UNREADY.test(entry.name))
    .map(({ name }) => name);
  const dated = await Promise.all(
    names.map(async (name) => ({ name, at: await modifiedAt(join(folder, name)) })),
  );
  return dated.sort((a, b) => a.at - b.at || (a.name < b.name ? -1 : 1)).map(({ name }) => name);
}

const modifiedAt = (file: string): Promise<number> =>
  stat(file).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  );

/** `taken`: another process gave this number away. `gone`: another process took the file. */
async function linked(file: string, to: string): Promise<'made' | 'taken' | 'gone'> {
  try {
    await link(file, to);
    return 'made';
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') return 'taken';
    if (code === 'ENOENT') return 'gone';
    throw error;
  }
}

async function holds(file: string, content: Buffer): Promise<boolean> {
  try {
    await access(file, constants.R_OK);
    return content.equals(await readFile(file));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}
