// How far a payment is used up; the server sends the amounts, the words follow from them.
import { isPositive, isZero } from '#kernel';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { StateTag } from '../../../ui/text/state-tag';

type Amounts = Pick<View<'PaymentView'>, 'allocated' | 'free' | 'overpaid'>;
type State = 'open' | 'partly' | 'matched' | 'over';

const ALIKE: Readonly<Record<State, string>> = {
  open: 'draft',
  partly: 'part_disputed',
  matched: 'settled',
  over: 'frozen',
};

function stateOf({ allocated, free, overpaid }: Amounts): State {
  if (isPositive(overpaid)) return 'over';
  if (isZero(free)) return 'matched';
  return isZero(allocated) ? 'open' : 'partly';
}

export function PaymentState({ payment }: { readonly payment: Amounts }) {
  const { t } = useTranslation();
  const state = stateOf(payment);
  return <StateTag state={ALIKE[state]}>{t(`settlement.paymentState.${state}`)}</StateTag>;
}
