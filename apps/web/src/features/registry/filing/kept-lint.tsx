// The checks that were kept with a registration and its amendments, for whoever filed them: what one could know on that day.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { useLifeTexts } from '../life/texts';
import { LintOutcome } from './lint-panel';

/** Nothing where it was filed and amended without a check, or by somebody else. */
export function KeptLint({ filingId }: { readonly filingId: string }) {
  const { t } = useTranslation();
  const life = useLifeTexts();
  const { data } = useQuery({
    queryKey: ['registrations', filingId, 'lint'],
    queryFn: () => take(api.GET('/api/registrations/{id}/lint', { params: { path: { id: filingId } } })),
  });
  const { lint, amendments = [] } = data ?? {};
  if (!lint && amendments.length === 0) return null;
  return (
    <Section title={t('desk.check')} about={lint ? <Kept lint={lint} /> : undefined}>
      {lint && <LintOutcome lint={lint} />}
      {amendments.map((amendment) => (
        <section key={amendment.eventId} className="section">
          <h3>
            {life('kinds.amended')} <span className="figure">{amendment.number}</span>
          </h3>
          <p className="muted">
            <Kept lint={amendment.lint} />
          </p>
          <LintOutcome lint={amendment.lint} />
        </section>
      ))}
    </Section>
  );
}

function Kept({ lint }: { readonly lint: View<'LintView'> }) {
  const { t } = useTranslation();
  return (
    <>
      {t('desk.checkKept')} <InstantText at={lint.lintedAt} />
    </>
  );
}
