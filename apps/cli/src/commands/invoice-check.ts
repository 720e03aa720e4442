// `invoice check`: reads invoice files without storing them and says what each is worth.
import { invoiceCheckLine, type InvoiceCheckLine, invoicesIn } from '#documents';
import { SystemClock, todayOf } from '#kernel';
import type { CommandLine, CommandResult } from '../output';

export async function invoiceCheck(files: readonly string[]): Promise<CommandResult> {
  const checked: InvoiceCheckLine[] = [];
  for (const file of files) checked.push(...(await check(file)));
  return {
    lines: checked.map((line): CommandLine => ({ json: line, text: words(line) })),
    held: checked.every(({ status }) => status !== 'refused'),
  };
}

async function check(file: string): Promise<InvoiceCheckLine[]> {
  const checked: InvoiceCheckLine[] = [];
  try {
    const readings = invoicesIn({ path: file }, { today: todayOf(new SystemClock()) });
    for await (const reading of readings) checked.push(invoiceCheckLine(file, reading));
    return checked;
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

function words({ file, entry, status, reasons, flags, invoice }: InvoiceCheckLine): string {
  const facts = invoice
    ? `  ${invoice.number ?? '?'}  ${invoice.sellerName ?? '?'} -> ${invoice.buyerName ?? '?'}  ${invoice.payableAmount ?? '?'} ${invoice.currency ?? ''}  due ${invoice.dueDate ?? 'not stated'}`
    : '';
  const why = reasons.map(({ rule, message }) => `\n    ${rule}: ${message}`).join('');
  const name = entry === undefined ? file : `${file} › ${entry}`;
  return `${status.padEnd(8)}  ${name}${facts}${flags.length > 0 ? `  [${flags.join(', ')}]` : ''}${why}`;
}
