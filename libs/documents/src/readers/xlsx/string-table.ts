// The shared strings of a workbook (ECMA-376, 18.4): kept as bytes in blocks, for a million small strings of the engine
// would weigh several times as much.
import { errors } from '../../domain/errors';
import { type Attributes, readXmlPart, type XmlHandler } from './xml-events';

const BLOCK = 1_048_576;
const MAX_BLOCKS = 128;
const MAX_STRINGS = 4_000_000;
/** Longest text of a cell (Excel's limit), in UTF-16 units. */
export const MAX_CELL_TEXT = 32_767;
const MAX_BYTES_A_UNIT = 3;

export class StringTable {
  private readonly blocks: Buffer[] = [];
  private used = BLOCK;
  private starts = new Uint32Array(1024);
  private lengths = new Uint32Array(1024);
  private count = 0;

  add(text: string): void {
    if (this.count >= MAX_STRINGS || text.length > MAX_CELL_TEXT) throw errors.workbook_too_large();
    if (this.used + text.length * MAX_BYTES_A_UNIT > BLOCK) this.nextBlock();
    const block = this.blocks.at(-1);
    const length = block?.write(text, this.used) ?? 0;
    if (this.count === this.starts.length) this.grow();
    this.starts[this.count] = (this.blocks.length - 1) * BLOCK + this.used;
    this.lengths[this.count] = length;
    this.used += length;
    this.count += 1;
  }

  /** Null where there is no such string. */
  at(index: number): string | null {
    const [start, length] = [this.starts[index], this.lengths[index]];
    if (index >= this.count || start === undefined || length === undefined) return null;
    const from = start % BLOCK;
    return this.blocks[Math.floor(start / BLOCK)]?.toString('utf8', from, from + length) ?? null;
  }

  private nextBlock(): void {
    if (this.blocks.length === MAX_BLOCKS) throw errors.workbook_too_large();
    this.blocks.push(Buffer.allocUnsafe(BLOCK));
    this.used = 0;
  }

  private grow(): void {
    const [starts, lengths] = [this.starts, this.lengths];
    this.starts = new Uint32Array(starts.length * 2);
    this.lengths = new Uint32Array(lengths.length * 2);
    this.starts.set(starts);
    this.lengths.set(lengths);
  }
}

/** Gathers the text of rich text runs; the pronunciation beside Japanese text is none of it. */
export class RichText {
  private text = '';
  private isText = false;
  private isPhonetic = false;

  open(name: string): void {
    if (name === 'rPh') this.isPhonetic = true;
    if (name === 't') this.isText = true;
  }

  close(name: string): void {
    if (name === 'rPh') this.isPhonetic = false;
    if (name === 't') this.isText = false;
  }

  add(text: string): void {
    if (!this.isText || this.isPhonetic) return;
    this.text += text;
    if (this.text.length > MAX_CELL_TEXT) throw errors.workbook_too_large();
  }

  take(): string {
    const { text } = this;
    this.text = '';
    return text;
  }
}

class StringsHandler implements XmlHandler {
  private readonly rich = new RichText();

  constructor(private readonly table: StringTable) {}

  open(name: string, _: Attributes): void {
    this.rich.open(name);
  }

  close(name: string): void {
    this.rich.close(name);
    if (name === 'si') this.table.add(this.rich.take());
  }

  text(text: string): void {
    this.rich.add(text);
  }
}

export async function readSharedStrings(bytes: AsyncIterable<Uint8Array>): Promise<StringTable> {
  const table = new StringTable();
  await readXmlPart(bytes, new StringsHandler(table));
  return table;
}
