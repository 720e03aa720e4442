// The settings as a Markdown table, for the README.
import { type Setting, settings } from './settings';

export function environmentTable(): string {
  const rows = (Object.entries(settings) as [string, Setting][]).map(
    ([name, { doc, fallback, fallbackWords, rule }]) =>
      `| \`${name}\` | ${fallbackWords ?? `\`${fallback}\``} | ${doc}${rule ? ` Must be ${rule.words}.` : ''} |`,
  );
  return ['| setting | default | what it does |', '| --- | --- | --- |', ...rows].join('\n');
}
