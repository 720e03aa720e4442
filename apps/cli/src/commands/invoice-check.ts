// `invoice check`: reads invoice files without storing them and says what each is worth.
import { readFile, stat } from 'node:fs/promises';
import { invoiceCheckLine, type InvoiceCheckLine, readInvoices } from '#documents';
import type { CommandLine, CommandResult } from '../output';

const MAX_BYTES = 64 * 1024 * 1024;

export async function invoiceCheck(files: readonly string[]): Promise<CommandResult> {
  const checked: InvoiceCheckLine[] = [];
  for (const file of files) checked.push(...(await check(file)));
  return {
    lines: checked.map((line): CommandLine => ({ json: line, text: words(line) })),
    held: checked.every(({ status }) => status !== 'refused'),
  };
}

async function check(file: string): Promise<InvoiceCheckLine[]> {
  try {
    const { size } = await stat(file);
    if (size > MAX_BYTES) return [unreadable(file, 'file.too_large', 'The file is larger than 64 MB.')];
    const readings = await readInvoices(await readFile(file));
    return readings.map((reading) => invoiceCheckLine(file, reading));
  } catch (error) {
    const { code = 'error' } = error as NodeJS.ErrnoException;
    return [unreadable(file, 'file.unreadable', `The file cannot be opened (${code}).`)];
  }
}

const unreadable = (file: string, rule: string, message: string): InvoiceCheckLine => ({
  file,
  status: 'refused',
  reasons: [{ rule, message }],
  flags: [],
  invoice: null,
});

function words({ file, status, reasons, flags, invoice }: InvoiceCheckLine): string {
  const facts = invoice
    ? `  ${invoice.number ?? '?'}  ${invoice.sellerName ?? '?'} -> ${invoice.buyerName ?? '?'}  ${invoice.payableAmount ?? '?'} ${invoice.currency ?? ''}  due ${invoice.dueDate ?? 'not stated'}`
    : '';
  const why = reasons.map(({ rule, message }) => `\n    ${rule}: ${message}`).join('');
  return `${status.padEnd(8)}  ${file}${facts}${flags.length > 0 ? `  [${flags.join(', ')}]` : ''}${why}`;
}
