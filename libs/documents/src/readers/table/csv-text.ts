// The bytes of a CSV stream as text, in whatever encoding a spreadsheet program saved it.
import { TextDecoder } from 'node:util';
import { errors } from '../../domain/errors';
import { csvEncoding } from '../decode-text';

const ENOUGH_TO_JUDGE = 65_536;
const BEYOND_ASCII = /[\x80-\xff]/;

/** Decodes from the moment the encoding can be judged; until then plain ASCII reads the same in each of them. */
class TextFeed {
  private decoder: TextDecoder | null = null;
  private waiting: Uint8Array[] = [];
  private size = 0;

  push(chunk: Uint8Array): string {
    if (this.decoder !== null) return decode(this.decoder, chunk);
    this.waiting.push(chunk);
    this.size += chunk.length;
    if (this.size < ENOUGH_TO_JUDGE) return '';
    const start = Buffer.concat(this.waiting.splice(0));
    const ascii = start.toString('latin1');
    return BEYOND_ASCII.test(ascii) ? this.begin(start, false) : ascii;
  }

  /** The rest; throws when the file ends inside a character. */
  end(): string {
    const rest = this.decoder === null ? this.begin(Buffer.concat(this.waiting.splice(0)), true) : '';
    return this.decoder === null ? rest : rest + decode(this.decoder, new Uint8Array(), true);
  }

  private begin(start: Uint8Array, complete: boolean): string {
    this.decoder = new TextDecoder(csvEncoding(start, complete), { fatal: true });
    return decode(this.decoder, start);
  }
}

function decode(decoder: TextDecoder, bytes: Uint8Array, complete = false): string {
  try {
    return decoder.decode(bytes, { stream: !complete });
  } catch {
    throw errors.encoding_unknown({ encoding: decoder.encoding });
  }
}

/** Throws documents.encoding_unknown for bytes that fit no encoding we know. */
export async function* csvText(stream: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const feed = new TextFeed();
  for await (const chunk of stream) yield feed.push(chunk);
  yield feed.end();
}
