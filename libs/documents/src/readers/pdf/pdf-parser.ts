// Parses one PDF value at a time out of a text of one character per byte. What is not a value gives undefined, never an
// exception; nesting, size and total work are bounded, so that no file can make it recurse or run on.
import type { PdfDictionary, PdfValue, WorkBudget } from './pdf-values';

const MAX_DEPTH = 40;
const MAX_VALUES = 100_000;

const SPACES = new Set([0, 9, 10, 12, 13, 32]);
const REGULAR = /[^\0\t\n\f\r ()<>[\]{}/%]{1,4096}/y;
const REFERENCE = /(\d{1,10})[\0\t\n\f\r ]{1,16}\d{1,5}[\0\t\n\f\r ]{1,16}R(?![^\0\t\n\f\r ()<>[\]{}/%])/y;
const LINE_END = /[\r\n]/g;
const PERCENT = 37;

const OTHER: PdfValue = { is: 'other' };

export class PdfParser {
  private values = 0;

  constructor(
    private readonly text: string,
    public at: number,
    private readonly budget: WorkBudget,
  ) {}

  /** The value here; undefined when there is none, or when it is larger than any PDF needs. */
  value(depth = 0): PdfValue | undefined {
    this.skipSpace();
    const from = this.at;
    this.values += 1;
    if (depth > MAX_DEPTH || this.values > MAX_VALUES || !this.budget.spend(1)) return undefined;
    const start = this.text[from];
    if (start === '/') return this.name();
    if (start === '(') return this.string();
    if (start === '[') return this.array(depth);
    if (start === '<') return this.text[from + 1] === '<' ? this.dictionary(depth) : this.hexString();
    return this.scalar();
  }

  /** Past white space and comments. */
  skipSpace(): void {
    const from = this.at;
    for (;;) {
      const code = this.text.charCodeAt(this.at);
      if (SPACES.has(code)) this.at += 1;
      else if (code === PERCENT) this.at = this.lineEnd();
      else break;
    }
    this.budget.spend(this.at - from);
  }

  private lineEnd(): number {
    LINE_END.lastIndex = this.at;
    return LINE_END.exec(this.text)?.index ?? this.text.length;
  }

  private regular(): string {
    REGULAR.lastIndex = this.at;
    const token = REGULAR.exec(this.text)?.[0] ?? '';
    this.at += token.length;
    this.budget.spend(token.length);
    return token;
  }

  private name(): PdfValue {
    this.at += 1;
    const name = this.regular().replace(/#([0-9a-f]{2})/giu, (_, hex: string) =>
      String.fromCharCode(parseInt(hex, 16)),
    );
    return { is: 'name', name };
  }

  private scalar(): PdfValue | undefined {
    REFERENCE.lastIndex = this.at;
    const reference = REFERENCE.exec(this.text);
    if (reference !== null) {
      this.at += reference[0].length;
      return { is: 'reference', id: Number(reference[1]) };
    }
    const token = this.regular();
    if (token === 'true' || token === 'false' || token === 'null') return OTHER;
    return /^[+\-.\d]/u.test(token) ? { is: 'number', value: Number(token) } : undefined;
  }

  private string(): PdfValue | undefined {
    const from = this.at;
    let depth = 0;
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined || !this.budget.spend(1)) return undefined;
      this.at += character === '\\' ? 2 : 1;
      if (character === '(') depth += 1;
      if (character === ')') depth -= 1;
      if (depth === 0 && this.at > from) return OTHER;
    }
  }

  private hexString(): PdfValue | undefined {
    const end = this.text.indexOf('>', this.at);
    if (!this.budget.spend((end < 0 ? this.text.length : end) - this.at) || end < 0) return undefined;
    this.at = end + 1;
    return OTHER;
  }

  private array(depth: number): PdfValue | undefined {
    this.at += 1;
    const items: PdfValue[] = [];
    for (;;) {
      this.skipSpace();
      if (this.text[this.at] === ']') {
        this.at += 1;
        return { is: 'array', items };
      }
      const item = this.value(depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
  }

  private dictionary(depth: number): PdfDictionary | undefined {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (;;) {
      this.skipSpace();
      if (this.text.startsWith('>>', this.at)) {
        this.at += 2;
        return { is: 'dictionary', entries };
      }
      const key = this.value(depth + 1);
      const value = key?.is === 'name' ? this.value(depth + 1) : undefined;
      if (key?.is !== 'name' || value === undefined) return undefined;
      entries.set(key.name, value);
    }
  }
}
