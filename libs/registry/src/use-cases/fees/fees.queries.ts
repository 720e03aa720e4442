// What is owed for registering, month by month: the lines of whoever asks, and of everybody for who runs the register. A
// month is one of Shanghai.
import { Injectable } from '@nestjs/common';
import { addMonths, type LocalDate, localDate, startOfDay } from '#kernel';
import { type Actor, Db, keyset, type PageQuery, type Scope } from '#platform';
import { FeeStore, type FeeFilter, type FeeLineShown, type FeeTotal } from '../../data/fees/fee.store';

export interface FeesAsked extends PageQuery {
  /** YYYY-MM. */
  readonly month: string;
  readonly organisationId?: string;
}
export interface FeeShown extends Omit<FeeLineShown, 'isLatest' | 'byUser'> {
  readonly actions: readonly string[];
}

@Injectable()
export class FeeQueries {
  constructor(
    private readonly db: Db,
    private readonly fees: FeeStore,
  ) {}

  /** One row more than the page holds. @throws kernel.date_malformed (400) */
  async page(actor: Actor, asked: FeesAsked): Promise<FeeShown[]> {
    const lines = await this.fees.page(this.db.reads, actor.scope, filterOf(asked));
    return lines.map((line) => feeShown(line, actor));
  }

  /** One row more than the page holds; the cursor is the last organisation. @throws kernel.date_malformed (400) */
  async totals(scope: Scope, asked: FeesAsked): Promise<FeeTotal[]> {
    return this.fees.totals(this.db.reads, scope, filterOf(asked));
  }
}

function filterOf({ month, organisationId, ...page }: FeesAsked): FeeFilter {
  const first: LocalDate = localDate(`${month}-01`);
  return {
    ...keyset(page),
    from: startOfDay(first),
    until: startOfDay(addMonths(first, 1)),
    organisationId: organisationId ?? null,
  };
}

export function feeShown(
  { isLatest, byUser: _user, ...line }: FeeLineShown,
  { permissions }: Pick<Actor, 'permissions'>,
): FeeShown {
  return { ...line, actions: isLatest && permissions.has('fee.correct') ? ['correct'] : [] };
}
