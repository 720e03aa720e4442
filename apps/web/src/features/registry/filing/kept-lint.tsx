// The check that was kept with a registration, for whoever filed it: what one could know on that day.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { LintOutcome } from './lint-panel';

/** Nothing where the registration was filed without a check, or by somebody else. */
export function KeptLint({ filingId }: { readonly filingId: string }) {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['registrations', filingId, 'lint'],
    queryFn: () => take(api.GET('/api/registrations/{id}/lint', { params: { path: { id: filingId } } })),
  });
  const lint = data?.lint;
  if (!lint) return null;
  return (
    <Section
      title={t('desk.check')}
      about={
        <>
          {t('desk.checkKept')} <InstantText at={lint.lintedAt} />
        </>
      }
    >
      <LintOutcome lint={lint} />
    </Section>
  );
}
