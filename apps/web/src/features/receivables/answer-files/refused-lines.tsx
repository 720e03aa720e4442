// The lines of a file of answers that were refused, each with its reason and the way out.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useSentence } from '../../../ui/text/bilingual';

export function RefusedLines({ file: { id, refused, state } }: { readonly file: View<'AnswerFileView'> }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { data } = useQuery({
    queryKey: ['answer-files', id, 'lines', state],
    enabled: refused > 0,
    queryFn: () =>
      take(
        api.GET('/api/answer-files/{id}/lines', {
          params: { path: { id }, query: { only: 'refused', limit: 100, after: 0 } },
        }),
      ),
  });
  if (refused === 0) return null;
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <strong>{t('confirming.fileRefused')}</strong>
      {data?.items.map(({ line, fault }) => (
        <div key={line}>
          {t('confirming.fileLine', { line })}
          {fault && `: ${sentence(fault.message)} ${sentence(fault.fix)}`}
        </div>
      ))}
      {data?.more && <div className="muted">{t('confirming.fileMore')}</div>}
    </div>
  );
}
