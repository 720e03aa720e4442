// Looks over a hostile XML text before anything is built from it: one linear pass that checks that elements nest and
// counts what could exhaust memory. The parser behind it is lenient and would accept a file that was cut off.

export type XmlRule = 'xml_doctype' | 'xml_malformed' | 'xml_too_complex';

/** What is wrong with a text; whoever reads it refuses in its own words. */
export class XmlFault extends Error {
  constructor(readonly rule: XmlRule) {
    super(rule);
  }
}

const MAX_DEPTH = 60;
const MAX_ELEMENTS = 300_000;
const MAX_ATTRIBUTES = 300_000;
const MAX_ATTRIBUTES_OF_ONE = 100;
const MAX_NAME = 200;
const MAX_ATTRIBUTE_VALUE = 65_536;

const CONTROL = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;
const NAME = /[\p{L}_][\p{L}\p{N}\p{M}_.:·-]*/uy;
const SPACE = /[ \t\r\n]*/y;

interface Tag {
  readonly name: string;
  readonly end: number;
  readonly closed: boolean;
  readonly attributes: number;
}

function skipSpace(text: string, from: number): number {
  SPACE.lastIndex = from;
  SPACE.test(text);
  return SPACE.lastIndex;
}

function nameAt(text: string, from: number): string {
  NAME.lastIndex = from;
  const name = NAME.exec(text)?.[0];
  if (name === undefined || name.length > MAX_NAME) throw new XmlFault('xml_malformed');
  return name;
}

function endOf(text: string, mark: string, from: number): number {
  const at = text.indexOf(mark, from);
  if (at < 0) throw new XmlFault('xml_malformed');
  return at + mark.length;
}

/** The end of one attribute `name="value"` that begins at `from`. */
function attributeEnd(text: string, from: number): number {
  const equals = skipSpace(text, from + nameAt(text, from).length);
  if (text[equals] !== '=') throw new XmlFault('xml_malformed');
  const open = skipSpace(text, equals + 1);
  const quote = text[open];
  if (quote !== '"' && quote !== "'") throw new XmlFault('xml_malformed');
  const end = endOf(text, quote, open + 1);
  if (end - open > MAX_ATTRIBUTE_VALUE) throw new XmlFault('xml_too_complex');
  if (text.slice(open, end).includes('<')) throw new XmlFault('xml_malformed');
  return end;
}

function openTag(text: string, from: number): Tag {
  const name = nameAt(text, from + 1);
  let at = from + 1 + name.length;
  for (let attributes = 0; ; attributes += 1) {
    const next = skipSpace(text, at);
    if (text[next] === '>') return { name, end: next + 1, closed: false, attributes };
    if (text.startsWith('/>', next)) return { name, end: next + 2, closed: true, attributes };
    if (next === at) throw new XmlFault('xml_malformed');
    if (attributes >= MAX_ATTRIBUTES_OF_ONE) throw new XmlFault('xml_too_complex');
    at = attributeEnd(text, next);
  }
}

/** The end of a comment, an instruction or a CDATA section; null when an element begins or ends at `from`. */
function passiveEnd(text: string, from: number, depth: number): number | null {
  if (text.startsWith('<!--', from)) return endOf(text, '-->', from + 4);
  if (depth > 0 && text.startsWith('<![CDATA[', from)) return endOf(text, ']]>', from + 9);
  if (text.startsWith('<?', from)) return endOf(text, '?>', from + 2);
  if (text.startsWith('<!', from)) throw new XmlFault('xml_malformed');
  return null;
}

class Nesting {
  private readonly open: string[] = [];
  private elements = 0;
  private attributes = 0;

  get depth(): number {
    return this.open.length;
  }

  enter(tag: Tag): void {
    if (this.depth === 0 && this.elements > 0) throw new XmlFault('xml_malformed');
    this.elements += 1;
    this.attributes += tag.attributes;
    const tooMany = this.elements > MAX_ELEMENTS || this.attributes > MAX_ATTRIBUTES;
    if (tooMany || this.depth >= MAX_DEPTH) throw new XmlFault('xml_too_complex');
    if (!tag.closed) this.open.push(tag.name);
  }

  leave(name: string): void {
    if (this.open.pop() !== name) throw new XmlFault('xml_malformed');
  }

  finish(): void {
    if (this.depth > 0 || this.elements === 0) throw new XmlFault('xml_malformed');
  }
}

/** Returns when the text is safe to parse. @throws XmlFault */
export function guardXml(text: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw new XmlFault('xml_doctype');
  if (CONTROL.test(text)) throw new XmlFault('xml_malformed');
  const nesting = new Nesting();
  let at = 0;
  for (;;) {
    const from = text.indexOf('<', at);
    const between = text.slice(at, from < 0 ? undefined : from);
    if (nesting.depth === 0 && /[^\s\ufeff]/u.test(between)) throw new XmlFault('xml_malformed');
    if (from < 0) break;
    at = elementEnd(text, from, nesting);
  }
  nesting.finish();
}

function elementEnd(text: string, from: number, nesting: Nesting): number {
  const passive = passiveEnd(text, from, nesting.depth);
  if (passive !== null) return passive;
  if (text[from + 1] === '/') {
    const name = nameAt(text, from + 2);
    nesting.leave(name);
    const end = skipSpace(text, from + 2 + name.length);
    if (text[end] !== '>') throw new XmlFault('xml_malformed');
    return end + 1;
  }
  const tag = openTag(text, from);
  nesting.enter(tag);
  return tag.end;
}
