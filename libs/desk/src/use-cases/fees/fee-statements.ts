// The monthly statement of fees: what each organisation owes for registering, with names, and every line of it as a table.
import { Injectable } from '@nestjs/common';
import { xlsxTable } from '#documents';
import { csvLine, type Money } from '#kernel';
import { Organisations } from '#parties';
import { type Actor, Db, type Page } from '#platform';
import { FeeQueries, type FeesAsked, type FeeShown } from '#registry';
import { errors } from '../../domain/errors';

export interface FeeStatement {
  readonly organisationId: string;
  readonly legalName: string;
  readonly month: string;
  readonly lines: number;
  readonly amount: Money;
}

/** All lines of a month, or of one organisation in it. */
type WholeMonth = Pick<FeesAsked, 'month' | 'organisationId'>;

const AT_ONCE = 1000;
/** Of a workbook, which is made in memory; a table has no such bound. */
const MOST_LINES = 50_000;
/** So that spreadsheet programs read the text as UTF-8. */
const BYTE_ORDER_MARK = '\ufeff';
const COLUMNS = [
  ...['charged_at', 'owed_by', 'for', 'registration_number', 'units', 'unit_price', 'amount', 'currency'],
  ...['correction', 'reason'],
];
const NUMBERS: ReadonlySet<string> = new Set(['units', 'unit_price', 'amount']);

@Injectable()
export class FeeStatements {
  constructor(
    private readonly db: Db,
    private readonly fees: FeeQueries,
    private readonly organisations: Organisations,
  ) {}

  /** By organisation; the cursor is the last one. @throws kernel.date_malformed (400) */
  async page({ scope }: Actor, asked: FeesAsked): Promise<Page<FeeStatement>> {
    const found = await this.fees.totals(scope, asked);
    const totals = found.slice(0, asked.limit);
    const names = await this.namesOf(totals);
    const items = totals.map((total) => ({
      ...total,
      legalName: names.get(total.organisationId)?.legalName ?? '',
      month: asked.month,
    }));
    return { items, next: found.length > asked.limit ? (items.at(-1)?.organisationId ?? null) : null };
  }

  /** Pieces of CSV, made as they are taken; the first is fetched here, so that a refusal is one. */
  async csv(actor: Actor, asked: WholeMonth): Promise<AsyncGenerator<string>> {
    const pages = this.pages(actor, asked);
    const first = await pages.next();
    return (async function* () {
      yield BYTE_ORDER_MARK + csvLine(COLUMNS);
      yield (first.value ?? []).map(csvLine).join('');
      for await (const rows of pages) yield rows.map(csvLine).join('');
    })();
  }

  /** @throws desk.statement_too_long (422) */
  async xlsx(actor: Actor, asked: WholeMonth): Promise<Buffer> {
    const columns = COLUMNS.map((name) => ({ name, isNumber: NUMBERS.has(name) }));
    return xlsxTable(`fees ${asked.month}`, columns, bounded(this.pages(actor, asked)));
  }

  private async *pages(actor: Actor, asked: WholeMonth): AsyncGenerator<string[][], undefined> {
    for (let cursor: string | undefined; ;) {
      const page = { ...asked, limit: AT_ONCE, ...(cursor !== undefined && { cursor }) };
      const lines = (await this.fees.page(actor, page)).slice(0, AT_ONCE);
      const names = await this.namesOf(lines);
      yield lines.map((line) => cellsOf(line, names.get(line.organisationId)?.legalName ?? ''));
      cursor = lines.at(-1)?.id;
      if (lines.length < AT_ONCE) return undefined;
    }
  }

  private async namesOf(owing: readonly { readonly organisationId: string }[]) {
    const ids = new Set(owing.map(({ organisationId }) => organisationId));
    return this.organisations.byIds(this.db.reads, [...ids]);
  }
}

async function* bounded(pages: AsyncIterable<string[][]>): AsyncGenerator<string[][]> {
  let done = 0;
  for await (const rows of pages) {
    done += rows.length;
    if (done > MOST_LINES) throw errors.statement_too_long({ limit: MOST_LINES });
    yield rows;
  }
}

function cellsOf(line: FeeShown, name: string): string[] {
  const { chargedAt, kind, number, units, unitPrice, amount, correction, reason } = line;
  return [
    ...[chargedAt, name, kind, `'${number}`, String(units), unitPrice.amount, amount.amount],
    ...[amount.currency, correction > 0 ? String(correction) : '', reason ?? ''],
  ];
}
