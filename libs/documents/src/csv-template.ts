// The downloadable CSV template: the header and one example row, which the reader passes over while it is unchanged.
import { CSV_COLUMNS } from './readers/csv-columns';

type TemplateLanguage = 'en' | 'zh';

export function exampleRow(language: TemplateLanguage): string[] {
  return CSV_COLUMNS.map(({ example, exampleZh }) => (language === 'zh' ? (exampleZh ?? example) : example));
}

/** With a byte order mark, without which spreadsheet programs misread Chinese headings. No cell needs quotes. */
export function csvTemplate(language: TemplateLanguage): string {
  const header = CSV_COLUMNS.map(({ name, zh }) => (language === 'zh' ? zh : name));
  return `\ufeff${header.join(',')}\r\n${exampleRow(language).join(',')}\r\n`;
}
