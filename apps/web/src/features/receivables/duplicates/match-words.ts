// How one invoice resembles another, in words.
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';

export type Match = View<'MatchView'>;

export function useMatchWords() {
  const { t, i18n } = useTranslation();
  const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
  return {
    resembles: ({ class: found, otherNumber }: Match) =>
      t(`receivables.match.${found}`, { number: otherNumber ?? t('receivables.anotherInvoice') }),
    agreeing: ({ fields }: Pick<Match, 'fields'>) =>
      t('receivables.agreeing', {
        fields: list.format(fields.map((field) => t(`receivables.matchField.${field}`))),
      }),
  };
}
