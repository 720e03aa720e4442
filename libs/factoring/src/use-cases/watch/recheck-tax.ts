// Invoices of deals that hold a claim are checked again every so many days: what a supplier reverses alone is found.
import { Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { Db, EVERYONE, Every } from '#platform';
import { AskTaxBureau } from '#receivables';
import { DilutionStore } from '../../data/watch/dilution.store';

const PAGE = 500;
/** So many questions an hour; the rest is due still an hour later. */
const MOST_AN_HOUR = 2000;
const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class RecheckTax {
  constructor(
    private readonly db: Db,
    private readonly dilutions: DilutionStore,
    private readonly asking: AskTaxBureau,
  ) {}

  @Every('factoring.tax_recheck', '17 * * * *')
  async execute(): Promise<void> {
    let asked = 0;
    for (let after = FIRST; asked < MOST_AN_HOUR;) {
      const ids = await this.dilutions.financed(this.db.reads, EVERYONE, after, PAGE);
      const most = MOST_AN_HOUR - asked;
      asked += await this.db.run((tx) => this.asking.executeDue(tx, THE_PLATFORM, ids, most));
      if (ids.length < PAGE) return;
      after = ids.at(-1) ?? after;
    }
  }
}
