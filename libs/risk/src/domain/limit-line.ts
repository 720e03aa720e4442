// A limit line: how much a financier lets one debtor owe it in one currency, and how much of that is in use. A limit
// may be cut below its use; what then lies above it is the excess, which only shrinks and leaves room for nothing.
import { compareMoney, type Id, isNegative, type Money, subtractMoney, zero } from '#kernel';
import { errors } from './errors';

export interface LimitKey {
  readonly debtorId: string;
  readonly currency: string;
}

/** A line is found by whose limit it is, for which debtor, in which currency. */
export interface LineKey extends LimitKey {
  readonly financierId: string;
}

export interface LimitLine extends LineKey {
  readonly id: Id<'limit_line'>;
  readonly limit: Money;
  readonly used: Money;
  /** Use above the limit: zero except after a cut. */
  readonly excess: Money;
  /** Counts the decisions on the limit, not the use of it: else no officer could change a busy line. */
  readonly version: number;
  readonly setAt: Date;
}

export const limitKeyOf = ({ debtorId, currency }: LimitKey): string => `${debtorId}:${currency}`;

const above = (a: Money, b: Money): Money =>
  compareMoney(a, b) > 0 ? subtractMoney(a, b) : zero(a.currency);

/** What still fits; zero, never less, when the use has reached or passed the limit. */
export function headroomOf({ limit, used }: Pick<LimitLine, 'limit' | 'used'>): Money {
  return above(limit, used);
}

/** @throws risk.limit_negative (422) */
export function assertLimit(limit: Money): void {
  if (isNegative(limit)) throw errors.limit_negative({ limit });
}

/** The line under a new limit, which may lie below its use. */
export function withLimit(line: LimitLine, limit: Money, setAt: Date): LimitLine {
  assertLimit(limit);
  return { ...line, limit, setAt, excess: above(line.used, limit), version: line.version + 1 };
}

/**
 * A decision is made in view of the last one: the first has no expected version, any other names the last.
 * @throws risk.limit_not_found (404), limit_exists, limit_changed (409)
 */
export function assertExpected(line: LimitLine | undefined, expectedVersion: number | undefined): void {
  if (!line) {
    if (expectedVersion !== undefined) throw errors.limit_not_found();
    return;
  }
  const { currency, version, limit } = line;
  if (expectedVersion === undefined) throw errors.limit_exists({ currency, version, limit });
  if (expectedVersion !== version) throw errors.limit_changed({ version, expectedVersion, limit });
}

export interface Party {
  readonly id: string;
  readonly status: string;
}

/**
 * Any organisation may owe money, so any may have a limit. A suspended one gets no more room, but less.
 * @throws risk.own_debt, debtor_suspended (422)
 */
export function assertDebtor(
  debtor: Party,
  financierId: string,
  limit: Money,
  line: LimitLine | undefined,
): void {
  if (debtor.id === financierId) throw errors.own_debt();
  const raised = !line || compareMoney(limit, line.limit) > 0;
  if (debtor.status !== 'active' && raised) throw errors.debtor_suspended();
}

/** What someone of `organisationId` with these permissions may do with the line now. */
export function actionsOn(
  { financierId }: Pick<LimitLine, 'financierId'>,
  permissions: ReadonlySet<string>,
  organisationId: string,
): string[] {
  return permissions.has('limit.set') && financierId === organisationId ? ['set'] : [];
}
