// Looks over a hostile XML text before a tree is built from it: one pass that checks that tags nest, and bounds what
// could exhaust memory. The parser behind it is lenient and would accept a file that was cut off.
import { errors } from '../errors';

const MAX_DEPTH = 60;
const MAX_ELEMENTS = 300_000;

const FORBIDDEN = /(?![\t\n\r\u007f-\u009f])\p{Cc}|[\ufffe\uffff]/u;
const NAME = String.raw`[\p{L}_][\p{L}\p{N}\p{M}_.:·-]{0,127}`;
const ATTRIBUTE = String.raw`\s{1,200}${NAME}\s{0,200}=\s{0,200}(?:"[^"<]{0,4096}"|'[^'<]{0,4096}')`;
const OPEN = new RegExp(String.raw`<(${NAME})((?:${ATTRIBUTE}){0,50})\s{0,200}(/?)>`, 'uy');
const CLOSE = new RegExp(String.raw`</(${NAME})\s{0,200}>`, 'uy');
const PASSIVE = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const;

/** The end of a comment, a CDATA section or an instruction; null when an element begins or ends at `from`. */
function passiveEnd(text: string, from: number, depth: number): number | null {
  const kind = PASSIVE.find(([start]) => text.startsWith(start, from));
  if (kind === undefined) return null;
  const [start, stop] = kind;
  const end = text.indexOf(stop, from + start.length);
  if (end < 0 || (start === '<![CDATA[' && depth === 0)) throw errors.xml_malformed();
  return end + stop.length;
}

function at(pattern: RegExp, text: string, from: number): RegExpExecArray | null {
  pattern.lastIndex = from;
  return pattern.exec(text);
}

/** Throws `settlement.xml_doctype`, `.xml_malformed` or `.xml_too_complex`; returns when the text is safe to parse. */
export function guardXml(text: string): void {
  if (/<!(?:DOCTYPE|ENTITY)/iu.test(text)) throw errors.xml_doctype();
  if (FORBIDDEN.test(text)) throw errors.xml_malformed();
  const open: string[] = [];
  let elements = 0;
  for (let from = 0; ;) {
    const next = text.indexOf('<', from);
    if (open.length === 0) checkBlank(text.slice(from, next < 0 ? undefined : next));
    if (next < 0) break;
    const passive = passiveEnd(text, next, open.length);
    from = passive ?? tagEnd(text, next, open, elements);
    if (passive === null && text[next + 1] !== '/') elements += 1;
  }
  if (open.length > 0 || elements === 0) throw errors.xml_malformed();
}

/** Outside the root element there is no text. */
function checkBlank(text: string): void {
  if (/[^\s\ufeff]/u.test(text)) throw errors.xml_malformed();
}

/** Enters or leaves one element and says where its tag ends. */
function tagEnd(text: string, from: number, open: string[], elements: number): number {
  const close = at(CLOSE, text, from);
  if (close !== null) {
    if (open.pop() !== close[1]) throw errors.xml_malformed();
    return CLOSE.lastIndex;
  }
  const [, name, , empty] = at(OPEN, text, from) ?? [];
  if (name === undefined || (open.length === 0 && elements > 0)) throw errors.xml_malformed();
  const end = OPEN.lastIndex;
  if (elements >= MAX_ELEMENTS || open.length >= MAX_DEPTH) throw errors.xml_too_complex();
  if (empty === '') open.push(name);
  return end;
}
