// Where receivables stand with the tax bureau, for their panel and for the libraries above, which decide on it.
import { Injectable } from '@nestjs/common';
import type { Money } from '#kernel';
import { EVERYONE, type Reads, type Scope } from '#platform';
import { ReceivableStore } from '../../data/receivable.store';
import { type TaxCheckRow, TaxCheckStore } from '../../data/tax/tax-check.store';
import { claimKeyOf } from '../../domain/receivable';
import {
  allowsPayout,
  isVerifiable,
  standingOf,
  type TaxAbsence,
  type TaxField,
  type TaxReason,
  type TaxResultKind,
  type TaxStanding,
} from '../../domain/tax/tax-check';
import { TaxRules } from './tax-rules';

export interface TaxCheckShown {
  readonly id: string;
  readonly reason: TaxReason;
  readonly bureau: string;
  readonly askedAt: string;
  /** Null while it waits for its answer. */
  readonly result: TaxResultShown | null;
}
export interface TaxResultShown {
  readonly kind: TaxResultKind;
  readonly differing: readonly TaxField[];
  readonly redAmount: Money | null;
  readonly redNumber: string | null;
  readonly why: TaxAbsence | null;
  readonly rawHash: string;
  readonly answeredAt: string;
}
export interface TaxPanel {
  readonly receivableId: string;
  readonly invoiceNumber: string;
  readonly standing: TaxStanding;
  /** Questions left today, of `quota`. */
  readonly left: number;
  readonly quota: number;
  /** The newest first. */
  readonly checks: readonly TaxCheckShown[];
}
/** What a decision rests on: the standing, and when the newest answer that says something came. */
export interface TaxStandingFound {
  readonly standing: TaxStanding;
  readonly allowsPayout: boolean;
  readonly answeredAt: Date | null;
}

const SHOWN = 20;

@Injectable()
export class TaxChecks {
  constructor(
    private readonly receivables: ReceivableStore,
    private readonly checks: TaxCheckStore,
    private readonly rules: TaxRules,
  ) {}

  /** Of the suppliers in scope; with the history of each. */
  async panels(on: Reads, scope: Scope, receivableIds: readonly string[]): Promise<TaxPanel[]> {
    const found = await this.receivables.byIds(on, scope, receivableIds);
    const ids = found.map(({ id }) => id);
    const rows = await this.checks.ofReceivables(on, scope, ids, SHOWN);
    const numbers = await this.rules.numbers(on);
    const asked = await this.checks.askedOn(on, numbers.today, found.map(claimKeyOf));
    return found.map((one): TaxPanel => {
      const own = rows.filter(({ receivableId }) => receivableId === one.id);
      const hasBureau = this.rules.bureau !== null;
      const ground = { ...numbers, hasBureau, verifiable: isVerifiable(one) };
      return {
        ...{ receivableId: one.id, invoiceNumber: one.invoiceNumber, quota: numbers.quota },
        standing: standingOf(newestAnswer(own), ground),
        left: Math.max(0, numbers.quota - (asked.get(claimKeyOf(one)) ?? 0)),
        checks: own.map(checkShown),
      };
    });
  }

  /** By id; of receivables that the caller was allowed to read. */
  async standings(on: Reads, receivableIds: readonly string[]): Promise<Map<string, TaxStandingFound>> {
    const found = await this.receivables.byIds(on, EVERYONE, receivableIds);
    const rows = await this.checks.ofReceivables(on, EVERYONE, receivableIds, SHOWN);
    const numbers = await this.rules.numbers(on);
    const hasBureau = this.rules.bureau !== null;
    return new Map(
      found.map((one) => {
        const latest = newestAnswer(rows.filter(({ receivableId }) => receivableId === one.id));
        const ground = { ...numbers, hasBureau, verifiable: isVerifiable(one) };
        const standing = standingOf(latest, ground);
        const answeredAt = latest?.answeredAt ?? null;
        return [one.id, { standing, allowsPayout: allowsPayout(standing), answeredAt }] as const;
      }),
    );
  }
}

/** Of checks from the newest to the oldest; what gave no answer says nothing of the invoice. */
function newestAnswer(rows: readonly TaxCheckRow[]) {
  const answers = rows.flatMap(({ result }) => (result && result.kind !== 'unavailable' ? [result] : []));
  return answers.reduce<(typeof answers)[number] | null>(
    (newest, one) => (newest && newest.answeredAt >= one.answeredAt ? newest : one),
    null,
  );
}

export function checkShown({ id, reason, bureau, askedAt, result }: TaxCheckRow): TaxCheckShown {
  return {
    ...{ id, reason, bureau, askedAt: askedAt.toISOString() },
    result: result && {
      ...{ kind: result.kind, differing: result.differing, redAmount: result.redAmount },
      ...{ redNumber: result.redNumber, why: result.why, rawHash: result.rawHash },
      answeredAt: result.answeredAt.toISOString(),
    },
  };
}
