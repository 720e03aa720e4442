// What was searched for, on one line. A natural person is shown as such: the register keeps a masked identifier of them.
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { usePersonTexts } from './person/texts';

type Terms = View<'SearchTermsView'>;

export function TermsText({ terms }: { readonly terms: Terms }) {
  const { t } = useTranslation();
  const persons = usePersonTexts();
  const { by, name, identifier, assetKey, invoiceNumber, debtorName, number } = terms;
  const isPerson = by === 'identifier' && identifier?.includes('*') === true;
  const words = [name, identifier, assetKey, invoiceNumber, debtorName, number].filter(Boolean).join(' · ');
  return (
    <>
      {isPerson ? persons('by') : t(`registry.by.${by}`)}: <strong>{words}</strong>
    </>
  );
}
