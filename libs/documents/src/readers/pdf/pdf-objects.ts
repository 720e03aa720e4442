// All objects of a PDF by number, found by walking the file from its start; a later object replaces an earlier one of
// the same number, as an update appended to the file does. The cross-reference table is not followed: a hostile one
// leads in circles, and a real one says nothing that the walk does not find.
import { errors } from '../../domain/errors';
import { PdfParser } from './pdf-parser';
import { decodeStream, InflateBudget } from './pdf-streams';
import { type PdfDictionary, type PdfValue, WorkBudget } from './pdf-values';

/** Each time that a number is given counts. */
const MAX_OBJECTS = 200_000;
/** Real files have none, or the one they were cut off in. */
const MAX_DAMAGED = 1000;
const MAX_INFLATED = 64 * 1_048_576;
/** How often each character may be looked at on average, and a little for very small files. */
const LOOKS = 4;
const SOME_WORK = 1_000_000;
const TAIL = 4096;

const MARK = /obj|trailer/g;
const HEADING = /(\d{1,10})[\0\t\n\f\r ]{1,8}\d{1,5}[\0\t\n\f\r ]{1,8}$/;
const HEADING_LENGTH = 40;
const STREAM = /stream(?:\r\n|\n|\r)/y;

interface Place {
  readonly text: string;
  readonly at: number;
  /** Where in the file the object was written: of two with one number the later counts. */
  readonly written: number;
}

interface PdfStream {
  readonly dictionary: PdfDictionary;
  readonly raw: Uint8Array;
}

export class PdfObjects {
  private readonly places = new Map<number, Place>();
  private readonly streams = new Map<number, PdfStream>();
  private readonly text: string;
  private readonly work: WorkBudget;
  private readonly inflation = new InflateBudget(MAX_INFLATED);
  private readonly packed: { readonly stream: PdfStream; readonly written: number }[] = [];
  private placed = 0;
  private damaged = 0;
  private root: PdfValue | undefined;

  /** @throws documents.pdf_malformed, documents.pdf_encrypted, documents.pdf_too_complex */
  constructor(private readonly bytes: Uint8Array) {
    this.text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
    this.work = new WorkBudget(this.text.length * LOOKS + SOME_WORK);
    if (!this.text.includes('startxref', this.text.length - TAIL)) throw errors.pdf_malformed();
    this.walk();
    // Only now, for they cannot be unpacked when a trailer behind them says that the file is encrypted.
    for (const { stream, written } of this.packed) this.unpack(stream, written);
  }

  /** @throws documents.pdf_malformed when the file has none */
  catalog(): PdfDictionary {
    const catalog = this.resolve(this.root);
    if (catalog?.is !== 'dictionary') throw errors.pdf_malformed();
    return catalog;
  }

  /** The value itself, or what it refers to; undefined when that is missing, as in a damaged file. */
  resolve(value: PdfValue | undefined): PdfValue | undefined {
    if (value?.is !== 'reference') return value;
    const place = this.places.get(value.id);
    if (place === undefined) return undefined;
    const found = this.valueAt(new PdfParser(place.text, place.at, this.work));
    return found?.is === 'reference' ? undefined : found;
  }

  /** The decoded content of a stream, or undefined where the number names none. */
  content(id: number): Uint8Array | undefined {
    const stream = this.streams.get(id);
    return stream && this.decoded(stream);
  }

  private decoded({ dictionary, raw }: PdfStream): Uint8Array {
    return decodeStream(this.resolve(dictionary.entries.get('Filter')), raw, this.inflation);
  }

  private valueAt(parser: PdfParser): PdfValue | undefined {
    const value = parser.value();
    if (!this.work.spend(0)) throw errors.pdf_too_complex();
    return value;
  }

  private walk(): void {
    let at = 0;
    for (;;) {
      MARK.lastIndex = at;
      const mark = MARK.exec(this.text);
      if (mark === null) return;
      const after = mark.index + mark[0].length;
      at = mark[0] === 'trailer' ? this.trailer(after) : this.object(mark.index, after);
    }
  }

  /** Where to go on. */
  private trailer(at: number): number {
    const parser = new PdfParser(this.text, at, this.work);
    const value = this.valueAt(parser);
    if (value?.is !== 'dictionary') return this.passOver(at);
    this.note(value);
    return parser.at;
  }

  private passOver(at: number): number {
    this.damaged += 1;
    if (this.damaged > MAX_DAMAGED) throw errors.pdf_too_complex();
    return at;
  }

  /** A trailer, or the cross-reference stream that stands for one. */
  private note({ entries }: PdfDictionary): void {
    if (entries.has('Encrypt')) throw errors.pdf_encrypted();
    this.root = entries.get('Root') ?? this.root;
  }

  private object(mark: number, after: number): number {
    const [, number] = HEADING.exec(this.text.slice(Math.max(0, mark - HEADING_LENGTH), mark)) ?? [];
    if (number === undefined) return after;
    const id = Number(number);
    const parser = new PdfParser(this.text, after, this.work);
    const value = this.valueAt(parser);
    if (value === undefined) return this.passOver(after);
    this.place(id, { text: this.text, at: after, written: mark });
    return value.is === 'dictionary' ? this.stream(id, value, parser) : parser.at;
  }

  private place(id: number, place: Place): void {
    this.places.set(id, place);
    this.streams.delete(id);
    this.placed += 1;
    if (this.placed > MAX_OBJECTS) throw errors.pdf_too_complex();
  }

  private stream(id: number, dictionary: PdfDictionary, parser: PdfParser): number {
    parser.skipSpace();
    STREAM.lastIndex = parser.at;
    const start = STREAM.exec(this.text);
    if (start === null) return parser.at;
    const from = start.index + start[0].length;
    const end = this.streamEnd(dictionary, from);
    const stream = { dictionary, raw: this.bytes.subarray(from, end) };
    this.streams.set(id, stream);
    const type = dictionary.entries.get('Type');
    if (type?.is === 'name' && type.name === 'XRef') this.note(dictionary);
    if (type?.is === 'name' && type.name === 'ObjStm') this.packed.push({ stream, written: from });
    return end;
  }

  /** By the stated length where that holds, else by the next end mark: the length often stands in a later object. */
  private streamEnd(dictionary: PdfDictionary, from: number): number {
    const length = dictionary.entries.get('Length');
    if (length?.is === 'number' && Number.isInteger(length.value) && length.value >= 0) {
      const stated = from + length.value;
      if (/^[\r\n ]{0,4}endstream/u.test(this.text.slice(stated, stated + 13))) return stated;
    }
    const found = this.text.indexOf('endstream', from);
    const end = found < 0 ? this.text.length : found;
    if (!this.work.spend(end - from)) throw errors.pdf_too_complex();
    return end;
  }

  /** The objects inside an object stream: pairs of number and offset, then the values. */
  private unpack(stream: PdfStream, written: number): void {
    const { entries } = stream.dictionary;
    const [count, first] = [this.resolve(entries.get('N')), this.resolve(entries.get('First'))];
    if (count?.is !== 'number' || first?.is !== 'number') return;
    const text = Buffer.from(this.decoded(stream)).toString('latin1');
    this.work.grant(text.length * LOOKS);
    const heads = text.slice(0, first.value).match(/\d{1,10}/gu) ?? [];
    for (let at = 0; at + 1 < heads.length && at < 2 * count.value; at += 2) {
      const id = Number(heads[at]);
      const isLater = (this.places.get(id)?.written ?? -1) < written;
      if (isLater) this.place(id, { text, at: first.value + Number(heads[at + 1]), written });
    }
  }
}
