// The words that were searched for, on one line.
import type { View } from '../../api/client';

export function termsText(terms: View<'SearchTermsView'>): string {
  const { name, identifier, assetKey, invoiceNumber, debtorName, number } = terms;
  return [name, identifier, assetKey, invoiceNumber, debtorName, number].filter(Boolean).join(' · ');
}
