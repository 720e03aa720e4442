// `statement check`: reads bank statements without storing them and says whether they hold together.
import { readFile, stat } from 'node:fs/promises';
import {
  MAX_STATEMENT_BYTES,
  readStatements,
  statementCheckLine,
  type StatementCheckLine,
} from '#settlement';
import type { CommandLine, CommandResult } from '../output';

export async function statementCheck(files: readonly string[]): Promise<CommandResult> {
  const checked: StatementCheckLine[] = [];
  for (const file of files) checked.push(...(await check(file)));
  return {
    lines: checked.map((line): CommandLine => ({ json: line, text: words(line) })),
    held: checked.every(({ status }) => status === 'read'),
  };
}

async function check(file: string): Promise<StatementCheckLine[]> {
  try {
    const { size } = await stat(file);
    if (size > MAX_STATEMENT_BYTES) return [unreadable(file, 'file.too_large', 'The file is too large.')];
    return readStatements(await readFile(file)).map((reading) => statementCheckLine(file, reading));
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return [unreadable(file, 'file.unreadable', `The file cannot be opened (${code}).`)];
  }
}

const unreadable = (file: string, rule: string, message: string): StatementCheckLine => ({
  file,
  status: 'refused',
  reasons: [{ rule, message, line: null }],
  account: null,
  currency: null,
  openingBalance: null,
  closingBalance: null,
  entries: null,
});

function words(line: StatementCheckLine): string {
  const { file, status, reasons, account, currency, openingBalance, closingBalance, entries } = line;
  const count = entries === null ? '' : `  ${entries.length} entries`;
  const facts =
    account === null
      ? ''
      : `  ${account}  ${currency ?? '?'} ${openingBalance ?? '?'} -> ${closingBalance ?? '?'}${count}`;
  const why = reasons.map(({ rule, message, line: at }) => {
    const place = at === null ? '' : ` (line ${at})`;
    return `\n    ${rule}: ${message}${place}`;
  });
  return `${status.padEnd(8)}  ${file}${facts}${why.join('')}`;
}
