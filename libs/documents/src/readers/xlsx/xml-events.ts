// The XML of a workbook's parts as events, bounded: no declaration of document types, no deep nesting, and nothing
// between two tags that would gather in memory.
import { SaxesParser } from 'saxes';
import { DomainError } from '#kernel';
import { errors } from '../../domain/errors';

const MAX_DEPTH = 32;
/** Characters without a whole tag or text; the longest cell has 32,767. */
const MAX_SILENCE = 1_048_576;

export type Attributes = Readonly<Record<string, string>>;

export interface XmlHandler {
  /** Names come without their prefix. */
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
}

export class XmlEvents {
  private readonly parser = new SaxesParser({ xmlns: false, position: false });
  private depth = 0;
  private silence = 0;

  constructor(handler: XmlHandler) {
    this.parser.on('opentag', ({ name, attributes }) => {
      this.silence = 0;
      this.depth += 1;
      if (this.depth > MAX_DEPTH) throw errors.xml_too_complex();
      handler.open(localName(name), attributes);
    });
    this.parser.on('closetag', ({ name }) => {
      this.silence = 0;
      this.depth -= 1;
      handler.close(localName(name));
    });
    const told = (text: string): void => {
      this.silence = 0;
      handler.text(text);
    };
    this.parser.on('text', told);
    this.parser.on('cdata', told);
    this.parser.on('doctype', () => {
      throw errors.xml_doctype();
    });
    this.parser.on('error', () => {
      throw errors.workbook_malformed();
    });
  }

  write(text: string): void {
    this.silence += text.length;
    this.guarded(() => this.parser.write(text));
    if (this.silence > MAX_SILENCE) throw errors.xml_too_complex();
  }

  end(): void {
    this.guarded(() => this.parser.close());
  }

  /** The parser reports some faults by throwing plain errors. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      throw error instanceof DomainError ? error : errors.workbook_malformed();
    }
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
}

/** The value of an attribute by its name without prefix. */
export function attribute(attributes: Attributes, name: string): string | null {
  const key = Object.keys(attributes).find((one) => localName(one) === name);
  return key === undefined ? null : (attributes[key] ?? null);
}

/** The text of a part in pieces; strictly UTF-8, as every program writes workbooks. */
export async function* utf8Pieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of bytes) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof DomainError ? error : errors.workbook_malformed();
  }
}

/** Reads a whole small part. */
export async function readXmlPart(bytes: AsyncIterable<Uint8Array>, handler: XmlHandler): Promise<void> {
  const events = new XmlEvents(handler);
  for await (const text of utf8Pieces(bytes)) events.write(text);
  events.end();
}
