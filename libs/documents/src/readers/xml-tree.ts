// A small tree of elements by local name: the prefix a document chooses for a namespace says nothing.
import { XMLParser } from 'fast-xml-parser';
import { errors } from '../domain/errors';
import { guardXml } from './xml-guard';

export interface XmlElement {
  readonly name: string;
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
});

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const REFERENCE = /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/giu;

/** Only the five predefined entities and character references exist, for a DOCTYPE was refused before. */
function resolve(text: string): string {
  return text.replace(REFERENCE, (_, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return NAMED[name.toLowerCase()] ?? '';
    return character(hex === undefined ? Number(decimal) : parseInt(hex, 16));
  });
}

function character(code: number): string {
  const allowed =
    code === 9 ||
    code === 10 ||
    code === 13 ||
    (code >= 32 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0x10ffff);
  return allowed ? String.fromCodePoint(code) : '\ufffd';
}

type RawNode = Readonly<Record<string, unknown>>;

function isRawNodes(value: unknown): value is readonly RawNode[] {
  return Array.isArray(value);
}

function textOf(nodes: readonly RawNode[]): string | null {
  const parts = nodes.map((node) => {
    if (typeof node['#text'] === 'string') return resolve(node['#text']);
    return isRawNodes(node['#cdata']) ? (textOfCdata(node['#cdata']) ?? '') : '';
  });
  const text = parts.join('').trim();
  return text === '' ? null : text;
}

function textOfCdata(nodes: readonly RawNode[]): string | null {
  return nodes.map((node) => (typeof node['#text'] === 'string' ? node['#text'] : '')).join('');
}

function elementsOf(nodes: readonly RawNode[]): XmlElement[] {
  return nodes.flatMap((node) => {
    const name = Object.keys(node).find((key) => key !== ':@');
    if (name === undefined || name.startsWith('#')) return [];
    const inside = node[name];
    const children = isRawNodes(inside) ? inside : [];
    return [{ name, attributes: attributesOf(node), text: textOf(children), children: elementsOf(children) }];
  });
}

function attributesOf(node: RawNode): Record<string, string> {
  const raw = node[':@'];
  if (typeof raw !== 'object' || raw === null) return {};
  return Object.fromEntries(
    Object.entries(raw).map(([name, value]) => [name, resolve(String(value)).trim()]),
  );
}

/** The root element. Throws the refusals of the guard, or `documents.xml_malformed`. */
export function parseXml(text: string): XmlElement {
  guardXml(text);
  let parsed: unknown;
  try {
    parsed = PARSER.parse(text);
  } catch {
    throw errors.xml_malformed();
  }
  const [root] = isRawNodes(parsed) ? elementsOf(parsed) : [];
  if (root === undefined) throw errors.xml_malformed();
  return root;
}

/** All elements at a path of local names such as `Party/PostalAddress`. */
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

/** The first text at a path that is not empty. */
export function textAt(from: XmlElement | undefined, path: string): string | null {
  return all(from, path).find((element) => element.text !== null)?.text ?? null;
}

export function textsAt(from: XmlElement | undefined, path: string): string[] {
  return all(from, path).flatMap(({ text }) => (text === null ? [] : [text]));
}
