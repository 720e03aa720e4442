// The downloadable CSV template: the header and one example row, which the reader passes over while it is unchanged.
import { INVOICE_COLUMNS } from '../readers/table/invoice-columns';

export type TemplateLanguage = 'en' | 'zh';

export function headingsIn(language: TemplateLanguage): string[] {
  return INVOICE_COLUMNS.map(({ name, zh }) => (language === 'zh' ? zh : name));
}

export function exampleRow(language: TemplateLanguage): string[] {
  return INVOICE_COLUMNS.map(({ example, exampleZh }) =>
    language === 'zh' ? (exampleZh ?? example) : example,
  );
}

/** With a byte order mark, without which spreadsheet programs misread Chinese headings. No cell needs quotes. */
export function csvTemplate(language: TemplateLanguage): string {
  return `\ufeff${headingsIn(language).join(',')}\r\n${exampleRow(language).join(',')}\r\n`;
}
