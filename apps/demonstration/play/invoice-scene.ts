// The first half of an invoice's way: uploaded by its seller, completed, and confirmed by its debtor. What is expected
// follows from what the reader says of the file and from what was played before.
import type { InvoiceDraft, Reading } from '#documents';
import type { Client } from '../client';
import { confirm, type Outcome, receivable, setTerms, upload } from '../steps';
import type { Companies, Company } from './company';
import { check } from './expectation';
import type { PlayedFile } from './files';
import type { Seen } from './parts';
import type { Sales } from './sale';

const TERMS_DAYS = 60;

export class InvoiceScene {
  readonly outcomes = { accepted: 0, flagged: 0, refused: 0, duplicate: 0 };
  private readonly keys = new Set<string>();

  constructor(
    private readonly companies: Companies,
    private readonly sales: Sales,
  ) {}

  /** A file may hold invoices of several sellers: each uploads it, and only its own become receivables. */
  async *play(file: PlayedFile): AsyncGenerator<Seen> {
    const sellers = new Map<string, Company>();
    for (const { draft } of file.readings) {
      if (!draft) continue;
      await this.companies.buyers(draft);
      const [seller] = await this.companies.sellers(draft);
      if (seller) sellers.set(seller.id, seller);
    }
    for (const seller of sellers.values()) yield* this.playFor(file, seller);
  }

  private async *playFor(file: PlayedFile, seller: Company): AsyncGenerator<Seen> {
    const supplier = await this.companies.as(seller, 'supplier');
    const outcomes = await upload(supplier, [file]);
    for (const [index, { draft, ...reading }] of file.readings.entries()) {
      const outcome = outcomes[index];
      check(outcome, 'one outcome per invoice', outcomes);
      const [owner] = draft ? await this.companies.sellers(draft) : [];
      if (!draft || owner?.id !== seller.id) continue;
      const expected = await this.expected({ draft, ...reading });
      // A correction that found its invoice has done more than a flagged one.
      const became = outcome.outcome === 'changed' ? 'flagged' : outcome.outcome;
      // What is not financeable as it stands may also be one that is here already; its flags stay beside that.
      const isAgain = became === 'duplicate' && expected === 'flagged' && outcome.flags.length > 0;
      check(became === expected || isAgain, `outcome ${expected}`, outcome);
      this.outcomes[became]++;
      yield { what: `uploaded, ${outcome.outcome}`, seen: summary(outcome) };
      if (outcome.outcome === 'accepted' && outcome.receivableId)
        yield* this.finance(seller, supplier, outcome.receivableId, draft);
    }
  }

  private async expected({ status, key, draft }: Reading): Promise<Exclude<Outcome['outcome'], 'changed'>> {
    if (status !== 'accepted') return status;
    if (!draft || !key || !(await this.isIdentified(draft))) return 'refused';
    if (this.keys.has(key)) return 'duplicate';
    this.keys.add(key);
    return 'accepted';
  }

  private async isIdentified(draft: InvoiceDraft): Promise<boolean> {
    const [sellers, buyers] = [await this.companies.sellers(draft), await this.companies.buyers(draft)];
    return sellers.length === 1 && buyers.length === 1 && sellers[0] !== buyers[0];
  }

  private async *finance(
    seller: Company,
    supplier: Client,
    receivableId: string,
    draft: InvoiceDraft,
  ): AsyncGenerator<Seen> {
    const [debtor] = await this.companies.buyers(draft);
    check(debtor, 'a debtor', draft.buyer);
    let listed = await receivable(supplier, receivableId);
    if (listed.state === 'draft') {
      listed = await setTerms(supplier, receivableId, TERMS_DAYS);
      yield { what: `due date not stated, ${TERMS_DAYS} days supplied`, seen: { dueDate: listed.dueDate } };
    }
    const { payable, dueDate } = listed;
    check(listed.state === 'listed' && dueDate, 'state listed, with a due date', listed);
    const maker = await this.companies.as(debtor, 'debtor_maker');
    const checker = await this.companies.as(debtor, 'debtor_checker');
    const [confirmationId = ''] = await confirm(maker, checker, [receivableId]);
    const { state, confirmed } = await receivable(supplier, receivableId);
    check(state === 'confirmed', 'state confirmed', state);
    yield { what: 'confirmed by maker and checker', seen: { debtor: debtor.legalName, confirmed } };
    const invoiceNumber = draft.number;
    const terms = { invoiceNumber, payable, dueDate };
    yield* this.sales.sell({ seller, supplier, debtor, receivableId, confirmationId, ...terms });
  }

  /** Uploaded together by whoever is at hand: none may become a receivable, and each says why. */
  async refuseAll(files: readonly PlayedFile[]): Promise<readonly string[]> {
    const outcomes = await upload(await this.companies.signedIn('company-1.supplier'), files);
    const taken = outcomes.filter(({ outcome, reasons }) => outcome !== 'refused' || reasons.length === 0);
    check(outcomes.length >= files.length && taken.length === 0, 'all refused with a reason', taken);
    this.outcomes.refused += outcomes.length;
    return [...new Set(outcomes.flatMap(({ reasons }) => reasons.map(({ rule }) => rule)))].sort();
  }
}

const summary = ({ invoiceNumber, payable, reasons, flags }: Outcome) => ({
  invoiceNumber,
  payable,
  flags,
  reasons: reasons.map(({ rule }) => rule),
});
