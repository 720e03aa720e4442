// The registrations of a file that were refused, each with its cell, its reason and the way out.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { useSentence } from '../../ui/text/bilingual';

export function RefusedFilings({ file: { id, refused, state } }: { readonly file: View<'FilingFileView'> }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data } = useQuery({
    queryKey: ['registration-files', id, 'lines', state],
    enabled: refused > 0,
    queryFn: () =>
      take(
        api.GET('/api/registration-files/{id}/lines', {
          params: { path: { id }, query: { only: 'refused', limit: 100, after: 0 } },
        }),
      ),
  });
  if (refused === 0) return null;
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <strong>{t('desk.refusedLines')}</strong>
      {data?.items.map(({ line, reference, fault }) => (
        <div key={line}>
          {[
            t('desk.line', { line: fault?.line ?? line }),
            reference,
            fault?.column && t('desk.column', { column: fault.column }),
          ]
            .filter(Boolean)
            .join(' · ')}
          {fault && `: ${sentence(fault.message)} ${sentence(fault.fix)}`}
        </div>
      ))}
      {data?.more && <div className="muted">{t('desk.more')}</div>}
    </div>
  );
}
