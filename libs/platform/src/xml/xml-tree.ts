// A small tree of elements by local name, each with its line: a prefix chosen for a namespace says nothing, and
// whoever must ask for a correction wants to point at the place. Reached as `#platform/xml`: readers are pure.
import { XMLParser } from 'fast-xml-parser';
import { guardXml, XmlFault, type XmlRule } from './xml-guard';

/** How a library refuses: each has sentences of its own for the same faults. */
export type XmlRefusals = Readonly<Record<XmlRule, () => Error>>;

export interface XmlElement {
  readonly name: string;
  /** In the file, from 1 on. */
  readonly line: number;
  /** Local names from the root, joined by "/". */
  readonly path: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** The text directly inside, references resolved, trimmed; null when there is none. */
  readonly text: string | null;
  readonly children: readonly XmlElement[];
}

const PARSER = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  removeNSPrefix: true,
  parseTagValue: false,
  parseAttributeValue: false,
  processEntities: false,
  trimValues: false,
  cdataPropName: '#cdata',
  ignoreDeclaration: true,
  ignorePiTags: true,
  maxNestedTags: 100,
  captureMetaData: true,
});
// The declaration says Symbol where it means symbol.
const META = XMLParser.getMetaDataSymbol() as unknown as symbol;

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/gu;

/** Only the five predefined entities and character references exist, for a DOCTYPE was refused before. */
function resolve(text: string): string {
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? '';
    const code = hex === undefined ? Number(decimal) : parseInt(hex, 16);
    const isText = code >= 32 && !(code >= 0xd800 && code <= 0xdfff) && code <= 0x10ffff;
    return isText || code === 9 || code === 10 || code === 13 ? String.fromCodePoint(code) : '\ufffd';
  });
}

type RawNode = Readonly<Record<string | symbol, unknown>>;

function isNodes(value: unknown): value is readonly RawNode[] {
  return Array.isArray(value);
}

function plainText(node: RawNode): string {
  return typeof node['#text'] === 'string' ? node['#text'] : '';
}

function textOf(nodes: readonly RawNode[]): string | null {
  const parts = nodes.map((node) => {
    if ('#text' in node) return resolve(plainText(node));
    const cdata = node['#cdata'];
    return isNodes(cdata) ? cdata.map(plainText).join('') : '';
  });
  const text = parts.join('').trim();
  return text === '' ? null : text;
}

function attributesOf(raw: unknown): Record<string, string> {
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, resolve(String(value)).trim()]),
  );
}

/** Counts lines while the tree is built in the order of the document. */
class Lines {
  private line = 1;
  private seen = 0;

  constructor(private readonly text: string) {}

  at(offset: number): number {
    for (;;) {
      const next = this.text.indexOf('\n', this.seen);
      if (next < 0 || next >= offset) return this.line;
      this.line += 1;
      this.seen = next + 1;
    }
  }
}

function startOf(node: RawNode): number {
  const meta = node[META];
  if (typeof meta !== 'object' || meta === null || !('startIndex' in meta)) return 0;
  return Number(meta.startIndex);
}

function elementsOf(nodes: readonly RawNode[], lines: Lines, parent: string): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined || name.startsWith('#')) return [];
    const line = lines.at(startOf(node));
    const path = parent === '' ? name : `${parent}/${name}`;
    const inside = node[name];
    const nested = isNodes(inside) ? inside : [];
    const children = elementsOf(nested, lines, path);
    return [{ name, line, path, attributes: attributesOf(node[':@']), text: textOf(nested), children }];
  });
}

/** The root element. @throws what `refusals` has for what is wrong with the text */
export function parseXml(written: string, refusals: XmlRefusals): XmlElement {
  try {
    return rootOf(written.replaceAll('\r\n', '\n').replaceAll('\r', '\n'));
  } catch (error) {
    throw error instanceof XmlFault ? refusals[error.rule]() : error;
  }
}

function rootOf(text: string): XmlElement {
  guardXml(text);
  const [root] = elementsOf(parsed(text), new Lines(text), '');
  if (root === undefined) throw new XmlFault('xml_malformed');
  return root;
}

function parsed(text: string): readonly RawNode[] {
  try {
    const nodes: unknown = PARSER.parse(text);
    return isNodes(nodes) ? nodes : [];
  } catch {
    throw new XmlFault('xml_malformed');
  }
}

/** All elements at a path of local names such as `Acct/Id/IBAN`. */
export function all(from: XmlElement | undefined, path: string): XmlElement[] {
  let level = from === undefined ? [] : [from];
  for (const name of path.split('/')) {
    level = level.flatMap(({ children }) => children.filter((child) => child.name === name));
  }
  return level;
}

export function first(from: XmlElement | undefined, path: string): XmlElement | undefined {
  return all(from, path)[0];
}

/** The first text at the first of these paths that has one. */
export function textAt(from: XmlElement | undefined, ...paths: readonly string[]): string | null {
  for (const path of paths) {
    const text = textsAt(from, path)[0];
    if (text !== undefined) return text;
  }
  return null;
}

export function textsAt(from: XmlElement | undefined, path: string): string[] {
  return all(from, path).flatMap(({ text }) => (text === null ? [] : [text]));
}
