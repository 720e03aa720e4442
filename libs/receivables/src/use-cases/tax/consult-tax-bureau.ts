// Asks the tax bureau outside any transaction and writes its answer down in one of its own. A bureau that fails or takes
// too long gave no answer, which is an answer to keep: the question may have counted there.
import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { THE_PLATFORM } from '#audit';
import { Db, EVERYONE } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { TaxCheckStore } from '../../data/tax/tax-check.store';
import type { TaxBureau, TaxReply } from '../../domain/tax/tax-bureau';
import { taxQuery, type TaxQuery } from '../../domain/tax/tax-check';
import { RecordTaxAnswers } from './record-tax-answers';
import { TaxRules } from './tax-rules';

const PATIENCE_MS = 20_000;

@Injectable()
export class ConsultTaxBureau {
  constructor(
    private readonly db: Db,
    private readonly checks: TaxCheckStore,
    private readonly receivables: ReceivableStore,
    private readonly rules: TaxRules,
    private readonly recording: RecordTaxAnswers,
  ) {}

  /** May be told of a check several times: one that has its answer is not asked about again. */
  async execute(checkId: string, patienceMs = PATIENCE_MS): Promise<void> {
    const { bureau } = this.rules;
    const [check] = await this.checks.unanswered(this.db.reads, EVERYONE, 1, [checkId]);
    if (!bureau || !check) return;
    const [receivable] = await this.receivables.byIds(this.db.reads, EVERYONE, [check.receivableId]);
    if (!receivable) return;
    const reply = await replyWithin(bureau, taxQuery(checkId, receivable), patienceMs);
    if (reply === 'waiting') return;
    await this.db.run((tx) => this.recording.execute(tx, THE_PLATFORM, [{ checkId, ...reply }]));
  }
}

async function replyWithin(
  bureau: TaxBureau,
  question: TaxQuery,
  patienceMs: number,
): Promise<TaxReply | 'waiting'> {
  const answered = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: answered.signal }).then((): TaxReply => ({
    answer: { status: 'unavailable', why: 'timeout' },
    raw: '',
  }));
  try {
    return await Promise.race([bureau.check(question), late]);
  } catch (error) {
    const raw = error instanceof Error ? error.message : String(error);
    return { answer: { status: 'unavailable', why: 'failure' }, raw };
  } finally {
    answered.abort();
    late.catch(() => undefined);
  }
}
