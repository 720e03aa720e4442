// The numbers that an organisation got and gave up since it was taken on; nothing where none changed.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { DateText } from '../../../ui/text/date-text';

export function NumberHistory({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['identifiers', id],
    queryFn: () => take(api.GET('/api/organisations/{id}/identifiers', { params: { path: { id } } })),
  });
  if (!data || data.items.length === 0) return null;
  return (
    <div style={{ marginTop: 12 }}>
      <strong>{t('profile.numberHistory')}</strong>
      {data.items.map(({ id: key, scheme, value, change, changedOn, evidence }) => (
        <div key={key}>
          <DateText date={changedOn} /> · {t(`profile.changes.${change}`)} ·{' '}
          <span className="hash" title={t(`parties.schemes.${scheme}`)}>
            {scheme} {value}
          </span>{' '}
          ·{' '}
          <span className="muted" data-given>
            {evidence}
          </span>
        </div>
      ))}
    </div>
  );
}
