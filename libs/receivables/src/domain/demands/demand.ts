// A demand: the formal letter by which a supplier asks its debtor for the answer that it owes. Its facts are those of
// the day of issue, because the letter is evidence of what was asked and when.
import { dateOf, type Id, invariant, isPositive, type LocalDate, type Money } from '#kernel';
import { errors } from '../errors';
import type { Receivable } from '../receivable';

export interface Demand {
  readonly id: Id<'demand'>;
  readonly receivableId: string;
  readonly receivableVersion: number;
  readonly supplierId: string;
  readonly supplierName: string;
  readonly debtorId: string;
  readonly debtorName: string;
  readonly invoiceNumber: string;
  readonly issueDate: LocalDate;
  readonly dueDate: LocalDate;
  readonly payable: Money;
  /** The day the receivable was put before the debtor. */
  readonly listedOn: LocalDate;
  readonly answerBy: LocalDate;
  readonly issuedOn: LocalDate;
  readonly issuedAt: Date;
  readonly issuedBy: string;
  /** Verified contact of the debtor that it is mailed to; null: none is known, and it is only shown on the platform. */
  readonly contactId: string | null;
}

export const DEMAND_DELIVERIES = ['delivered', 'under_way', 'no_contact'] as const;
export type DemandDelivery = (typeof DEMAND_DELIVERIES)[number];

export function deliveryOf(demand: Pick<Demand, 'contactId'>, deliveredAt: Date | null): DemandDelivery {
  if (deliveredAt) return 'delivered';
  return demand.contactId === null ? 'no_contact' : 'under_way';
}

/** Whoever is asked to confirm comes first, then whoever deals with letters of this kind. */
const PURPOSES: readonly string[] = ['confirmation', 'legal', 'finance', 'general'];

/** The best of the debtor's verified contacts, of equals the first. */
export function recipientAmong<Contact extends { readonly purpose: string }>(
  contacts: readonly Contact[],
): Contact | null {
  const ranked = PURPOSES.flatMap((purpose) => contacts.filter((contact) => contact.purpose === purpose));
  return ranked[0] ?? null;
}

type Facts = Pick<
  Demand,
  | 'receivableId'
  | 'receivableVersion'
  | 'invoiceNumber'
  | 'issueDate'
  | 'dueDate'
  | 'payable'
  | 'listedOn'
  | 'answerBy'
>;

/**
 * What a demand on this receivable states.
 * @throws receivables.nothing_to_demand (409) unless the debtor still owes an answer to something
 */
export function factsOf(receivable: Receivable): Facts {
  const { id, version, invoiceNumber, issueDate, dueDate, payable, listedAt, answerBy, state } = receivable;
  if (state !== 'listed' || !isPositive(payable)) throw errors.nothing_to_demand({ state });
  invariant(listedAt && answerBy && dueDate, 'what is listed has its dates');
  return {
    ...{ receivableId: id, receivableVersion: version, invoiceNumber, issueDate, dueDate, payable, answerBy },
    listedOn: dateOf(listedAt),
  };
}
