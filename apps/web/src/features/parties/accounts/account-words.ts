// How an account's number and its purposes are written.
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';

type Purposes = View<'AccountView'>['purposes'];

/** In the order in which they are always named. */
export const PURPOSES = ['payout', 'collection'] as const satisfies Purposes;

export function usePurposes(): (purposes: Purposes) => string {
  const { t } = useTranslation();
  return (purposes) =>
    PURPOSES.filter((one) => purposes.includes(one))
      .map((one) => t(`parties.accounts.purpose.${one}`))
      .join(t('parties.accounts.and'));
}

/** Groups of four, as banks print numbers for people to compare. */
export const inFours = (accountNumber: string): string => accountNumber.replace(/(.{4})(?=.)/g, '$1 ');
