// A log on another machine, read over HTTP as C2SP tlog-tiles has it. Nothing it says is believed here.
import { readBody, type TileKey, TILE_WIDTH, tilePath } from '#audit/offline';

const TIMEOUT_MS = 30_000;
const MOST_TEXT_BYTES = 1_000_000;
/** A bundle of entries of the longest there can be. */
const MOST_TILE_BYTES = TILE_WIDTH * 65_537;
const NOT_FOUND = 404;

/** The log cannot be reached, or does not answer as one. */
export class UnreachableLog extends Error {}
class NotInLog extends UnreachableLog {}

function absent(error: unknown): null {
  if (error instanceof NotInLog) return null;
  throw error;
}

export class LogSource {
  private readonly prefix: string;

  /** @param url the prefix of the log, as `https://example.org/api/log` */
  constructor(url: string) {
    this.prefix = url.replace(/\/+$/u, '');
  }

  async checkpoint(): Promise<string> {
    return (await this.read('checkpoint', MOST_TEXT_BYTES)).toString('utf8');
  }

  /** The newest that a quorum of witnesses cosigned; null where the log has none, or has no such thing. */
  async witnessedCheckpoint(): Promise<string | null> {
    const bytes = await this.read('witnessed-checkpoint', MOST_TEXT_BYTES).catch(absent);
    return bytes && bytes.toString('utf8');
  }

  /** Null where the log keeps no account of its keys, as other logs than ours. */
  async keyChanges(): Promise<string[] | null> {
    const bytes = await this.read('key-changes', MOST_TEXT_BYTES).catch(() => null);
    if (!bytes) return null;
    try {
      const { notes } = JSON.parse(bytes.toString('utf8')) as { notes?: unknown };
      return Array.isArray(notes) && notes.every((note) => typeof note === 'string') ? notes : null;
    } catch {
      return null;
    }
  }

  async tile(key: TileKey): Promise<Buffer> {
    return this.read(`tile/${tilePath(key)}`, MOST_TILE_BYTES);
  }

  private async read(path: string, most: number): Promise<Buffer> {
    const url = `${this.prefix}/${path}`;
    let response: Response;
    try {
      response = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'error' });
    } catch (cause) {
      throw new UnreachableLog(`${url} cannot be reached.`, { cause });
    }
    if (response.status === NOT_FOUND) throw new NotInLog(`${url} answers ${NOT_FOUND} (not found).`);
    if (!response.ok) throw new UnreachableLog(`${url} answers ${response.status}.`);
    return body(response, url, most);
  }
}

async function body(response: Response, url: string, most: number): Promise<Buffer> {
  const bytes = await readBody(response, most).catch((cause: unknown) => {
    throw new UnreachableLog(`${url} broke off.`, { cause });
  });
  if (!bytes) throw new UnreachableLog(`${url} answers more than ${most} bytes.`);
  return bytes;
}
