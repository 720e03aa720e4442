// The state of a payout in the colours that mean the same everywhere.
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { StateTag } from '../../../ui/text/state-tag';

type State = View<'PayoutView'>['state'];

const ALIKE: Readonly<Record<State, string>> = {
  instructed: 'awaiting_check',
  released: 'issued',
  declined: 'withdrawn',
  paid: 'settled',
  rejected: 'rejected',
  returned: 'rejected',
};

export const PAYOUT_STATES = Object.keys(ALIKE) as readonly State[];

export function PayoutState({ state }: { readonly state: State }) {
  const { t } = useTranslation();
  return <StateTag state={ALIKE[state]}>{t(`settlement.payoutState.${state}`)}</StateTag>;
}
