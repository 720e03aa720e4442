// A registration as the fields of a form, and what the form says as an amendment: lines keep their numbers, and amounts that
// nobody touched their currency.
import type { View } from '../../../api/client';
import { bodyOf, type FilingValues } from '../filing/filing-body';

type History = View<'RegistrationHistoryView'>;
type Body = View<'AmendmentBody'>;
type Money = History['maximumAmount'];

export interface AmendmentValues extends FilingValues {
  readonly reason: string;
  /** Of whoever did not file. */
  readonly modificationCode?: string;
}

const known = (value: object) =>
  Object.fromEntries(Object.entries(value).filter(([, field]) => field !== null));

export function valuesOf({ grantors, securedParties, collateral, maximumAmount }: History): object {
  return {
    maximumAmount: maximumAmount?.amount,
    grantors: grantors.map(({ no, value }) => ({ no, ...known(value) })),
    securedParties: securedParties.map(({ no, value }) => ({ no, ...known(value) })),
    collateral: collateral.map(({ no, value }) => ({
      no,
      ...known(value),
      amount: value.amount?.amount,
      payable: value.payable?.amount,
    })),
  };
}

export function amendmentOf(
  history: History,
  { reason, modificationCode, ...values }: AmendmentValues,
): Body {
  const { grantors, securedParties, collateral, maximumAmount } = bodyOf(values);
  const before = new Map(history.collateral.map(({ no, value }) => [no, value]));
  return {
    version: history.version,
    reason,
    ...(modificationCode && { modificationCode }),
    grantors,
    securedParties,
    collateral: collateral.map((item) => {
      const old = before.get((item as { no?: number }).no ?? 0);
      return {
        ...item,
        ...kept('amount', old?.amount, item.amount),
        ...kept('payable', old?.payable, item.payable),
      };
    }),
    ...kept('maximumAmount', history.maximumAmount, maximumAmount),
  };
}

function kept(name: string, old: Money | undefined, given: Money | undefined): object {
  if (!given) return {};
  return { [name]: old?.amount === given.amount ? old : given };
}
