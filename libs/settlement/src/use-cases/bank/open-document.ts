// Finds out what a document of the bank is, and has it applied: by nobody's hand, on behalf of those it concerns.
import { Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { BankAccounts, isFinancier, Organisations } from '#parties';
import { Db } from '#platform';
import type { ReceivedDocument } from '../../data/bank-line.store';
import type { BankDocument } from '../../domain/bank-port';
import type { StatementReading } from '../../domain/statement';
import { readAnswers } from '../../formats/pain002';
import { readStatements } from '../../formats/read-statements';
import { ApplyMovements } from '../apply-movements';
import { ImportStatement, plainNumber } from '../collection/import-statement';
import { ApplyBankAnswer } from './apply-bank-answer';

type Opened = Pick<ReceivedDocument, 'outcome' | 'details'>;

@Injectable()
export class OpenDocument {
  constructor(
    private readonly db: Db,
    private readonly accounts: BankAccounts,
    private readonly organisations: Organisations,
    private readonly importing: ImportStatement,
    private readonly applying: ApplyMovements,
    private readonly answers: ApplyBankAnswer,
  ) {}

  async execute(document: BankDocument): Promise<Opened> {
    const answers = readAnswers(document.content);
    if (answers) {
      const rejected: string[] = [];
      for (const answer of answers) rejected.push(...(await this.answers.execute(answer)));
      return {
        outcome: 'answer',
        details: { messageIds: answers.map(({ messageId }) => messageId), rejected },
      };
    }
    const readings = readStatements(document.content);
    const refused = readings.flatMap(({ reasons, status }) => (status === 'refused' ? reasons : []));
    const financierIds = await this.financiers(readings);
    const added: Record<string, number> = {};
    for (const financierId of financierIds) added[financierId] = await this.import(financierId, document);
    if (financierIds.length > 0) return { outcome: 'imported', details: { added, refused } };
    return refused.length > 0
      ? { outcome: 'refused', details: { refused } }
      : { outcome: 'unclaimed', details: {} };
  }

  /** Whose accounts the statements speak of; the bank also keeps accounts of suppliers, which are none of ours. */
  private async financiers(readings: readonly StatementReading[]): Promise<string[]> {
    const numbers = readings.flatMap((one) =>
      one.status === 'read' ? [plainNumber(one.statement.account)] : [],
    );
    const holders = await this.accounts.byNumbers(this.db.reads, [...new Set(numbers)]);
    const ids = [...new Set(holders.map(({ organisationId }) => organisationId))].sort();
    const known = await this.organisations.byIds(this.db.reads, ids);
    return ids.filter((id) => isFinancier(known.get(id)?.capabilities ?? []));
  }

  /** How many movements were new. */
  private async import(financierId: string, { name, content }: BankDocument): Promise<number> {
    const origin = { financierId, by: THE_PLATFORM, source: 'bank' } as const;
    const imported = await this.db.run((tx) => this.importing.import(tx, origin, name, content));
    const { payoutIds, paymentIds, statements } = imported;
    await this.applying.execute({ financierId, payoutIds, paymentIds });
    return statements.reduce((sum, { added }) => sum + added, 0);
  }
}
