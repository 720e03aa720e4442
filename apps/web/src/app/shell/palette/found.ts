// What the palette finds besides pages: receivables, deals, registrations and organisations.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../session';

export interface Found {
  readonly key: string;
  readonly text: string;
  readonly about: string;
  readonly to: { readonly to: string; readonly params?: object; readonly search?: object };
}
interface Group {
  readonly title: string;
  readonly items: readonly Found[];
}

const MOST = 6;
const NEWEST = 200;
const LEAST_LETTERS = 2;
const FRESH_MS = 60_000;

/** Groups of what matches; empty until two letters are typed. */
export function useFound(wanted: string): Group[] {
  const { t } = useTranslation();
  const may = useMay();
  const asks = wanted.length >= LEAST_LETTERS;
  const receivables = useQuery({
    queryKey: ['receivables', 'palette', wanted],
    enabled: asks && may('receivable.read'),
    queryFn: () => take(api.GET('/api/receivables', { params: { query: { q: wanted, limit: MOST } } })),
  });
  const organisations = useQuery({
    queryKey: ['organisations', 'palette', wanted],
    enabled: asks && may('organisation.read'),
    queryFn: () => take(api.GET('/api/organisations', { params: { query: { q: wanted, limit: MOST } } })),
  });
  const deals = useQuery({
    queryKey: ['deals', 'palette'],
    enabled: asks && may('deal.read'),
    staleTime: FRESH_MS,
    queryFn: () => take(api.GET('/api/deals', { params: { query: { limit: NEWEST } } })),
  });
  const registrations = useQuery({
    queryKey: ['registrations', 'palette'],
    enabled: asks && may('registration.read'),
    staleTime: FRESH_MS,
    queryFn: () => take(api.GET('/api/registrations', { params: { query: { limit: NEWEST } } })),
  });
  if (!asks) return [];
  const groups: Group[] = [
    {
      title: t('nav.receivables'),
      items: (receivables.data?.items ?? []).map(({ id, invoiceNumber, debtorName }) => ({
        key: id,
        text: invoiceNumber,
        about: debtorName,
        to: { to: '/receivables', search: { q: invoiceNumber } },
      })),
    },
    {
      title: t('nav.deals'),
      items: matching(deals.data?.items, wanted, ({ id, supplierName, financierName, filingNumber }) => ({
        key: id,
        text: `${supplierName} · ${financierName}`,
        about: filingNumber,
        to: { to: '/deals/$id', params: { id } },
      })),
    },
    {
      title: t('nav.registrations'),
      items: matching(registrations.data?.items, wanted, ({ id, number, grantors }) => ({
        key: id,
        text: number,
        about: grantors.map(({ legalName }) => legalName).join('、'),
        to: { to: '/registrations/$id', params: { id } },
      })),
    },
    {
      title: t('nav.organisations'),
      items: (organisations.data?.items ?? []).map(({ id, legalName, identifiers }) => ({
        key: id,
        text: legalName,
        about: identifiers[0]?.value ?? '',
        to: { to: '/organisations', search: { q: legalName } },
      })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

function matching<Item>(
  items: readonly Item[] | undefined,
  wanted: string,
  show: (item: Item) => Found,
): Found[] {
  const lower = wanted.toLowerCase();
  const shown = (items ?? []).map(show);
  return shown.filter(({ text, about }) => `${text} ${about}`.toLowerCase().includes(lower)).slice(0, MOST);
}
