// Writes XML as text: elements in the order given, everything escaped, nothing empty.

/** An element is a name with its content; `null` is left out, so that an optional element is written in place. */
export type XmlContent = string | readonly (XmlNode | null)[];

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: XmlContent;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  '\n': '&#10;',
  '\r': '&#13;',
  '\t': '&#9;',
};

function escapeXml(text: string): string {
  return text.replace(/[&<>"'\n\r\t]/g, (character) => ESCAPES[character] ?? character);
}

export function xml(
  name: string,
  content: XmlContent,
  attributes: Readonly<Record<string, string>> = {},
): XmlNode {
  return { name, attributes, content };
}

/** The element, or null when there is nothing to state. */
export function optional(name: string, content: string | null | undefined): XmlNode | null {
  return content === null || content === undefined || content === '' ? null : xml(name, content);
}

function lines({ name, attributes, content }: XmlNode, indent: string): string {
  const stated = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const open = `${indent}<${name}${stated.join('')}>`;
  if (typeof content === 'string') return `${open}${escapeXml(content)}</${name}>\n`;
  const inside = content.map((child) => (child === null ? '' : lines(child, `${indent}  `)));
  return `${open}\n${inside.join('')}${indent}</${name}>\n`;
}

/** A whole document in UTF-8. */
export function writeXml(root: XmlNode): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${lines(root, '')}`;
}
