// Takes queries out for people who carry them to the tax bureau, and takes in the file that they bring back.
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import {
  type Actor,
  type Command,
  Db,
  Once,
  type Page,
  type PageQuery,
  pageOf,
  withContent,
} from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { TaxCheckStore } from '../../data/tax/tax-check.store';
import type { Receivable } from '../../domain/receivable';
import { readResults, writeQueries } from '../../formats/tax-files';
import { taxQuery } from '../../domain/tax/tax-check';
import { RecordTaxAnswers } from './record-tax-answers';
import { checkShown, type TaxCheckShown } from './tax-checks';

export interface TaxCheckLine extends TaxCheckShown {
  readonly receivableId: string;
  readonly invoiceNumber: string;
}
export interface TaxResultsImported {
  /** Checks that have their answer now. */
  readonly recorded: number;
  /** Lines about checks that are unknown or had their answer before. */
  readonly skipped: number;
}

/** So many are taken out at once; the rest is in the next file. */
const MOST_QUERIES = 10_000;

@Injectable()
export class TaxFiles {
  constructor(
    private readonly db: Db,
    private readonly once: Once,
    private readonly checks: TaxCheckStore,
    private readonly receivables: ReceivableStore,
    private readonly recording: RecordTaxAnswers,
  ) {}

  async page(
    { scope }: Actor,
    filter: PageQuery & { readonly waiting?: boolean },
  ): Promise<Page<TaxCheckLine>> {
    const on = this.db.reads;
    const { items, next } = pageOf(await this.checks.page(on, scope, filter), filter);
    const found = await this.byId(
      { scope },
      items.map(({ receivableId }) => receivableId),
    );
    return {
      items: items.map((one) => ({
        ...checkShown(one),
        receivableId: one.receivableId,
        invoiceNumber: found.get(one.receivableId)?.invoiceNumber ?? '',
      })),
      next,
    };
  }

  /** The checks without an answer, the oldest first. */
  async queries({ scope }: Actor): Promise<string> {
    const open = await this.checks.unanswered(this.db.reads, scope, MOST_QUERIES);
    const found = await this.byId(
      { scope },
      open.map(({ receivableId }) => receivableId),
    );
    return writeQueries(
      open.flatMap(({ id, receivableId }) => {
        const receivable = found.get(receivableId);
        return receivable ? [taxQuery(id, receivable)] : [];
      }),
    );
  }

  /** @throws receivables.tax_file_too_large (413), tax_file_unreadable (422) */
  async import(command: Command, bytes: Buffer): Promise<TaxResultsImported> {
    const answers = readResults(bytes);
    return this.once.run(withContent(command, sha256Of(bytes)), async (tx) => {
      const { size } = await this.recording.execute(tx, command.actor, answers);
      return { recorded: size, skipped: answers.length - size };
    });
  }

  private async byId(
    { scope }: Pick<Actor, 'scope'>,
    ids: readonly string[],
  ): Promise<Map<string, Receivable>> {
    const found = await this.receivables.byIds(this.db.reads, scope, ids);
    return new Map<string, Receivable>(found.map((one) => [one.id, one]));
  }
}

const sha256Of = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
