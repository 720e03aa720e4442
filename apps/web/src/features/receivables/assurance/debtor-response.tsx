// How a debtor answers, in one line: how soon, how often in time, how often it disputed or took back.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';

type Response = View<'ResponseView'>;

export function ResponseText({ response }: { readonly response: Response }) {
  const { t } = useTranslation();
  const { cases, medianDays, inTimePercent, disputedPercent, withdrawnPercent } = response;
  if (cases === null) return <span className="muted">{t('assurance.fewCases')}</span>;
  if (cases === 0) return <span className="muted">{t('assurance.noCases')}</span>;
  const parts = [
    medianDays !== null && t('assurance.median', { days: medianDays }),
    inTimePercent !== null && t('assurance.inTime', { percent: inTimePercent }),
    disputedPercent !== null && t('assurance.disputedShare', { percent: disputedPercent }),
    withdrawnPercent !== null && t('assurance.withdrawnShare', { percent: withdrawnPercent }),
    t('assurance.cases', { count: cases }),
  ];
  return <span>{parts.filter((part) => part !== false).join(' · ')}</span>;
}

/** For the supplier of a receivable. */
export function DebtorResponse({ receivableId: id }: { readonly receivableId: string }) {
  const { data } = useQuery({
    queryKey: ['receivables', 'response', id],
    queryFn: () => take(api.GET('/api/receivables/{id}/debtor-response', { params: { path: { id } } })),
  });
  return data ? <ResponseText response={data} /> : <span>—</span>;
}

/** For the debtor itself. */
export function OwnResponse() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['confirmations', 'responses'],
    queryFn: () => take(api.GET('/api/confirmations/responses')),
  });
  if (!data) return null;
  return (
    <p className="muted">
      {t('assurance.own')}: <ResponseText response={data} />
    </p>
  );
}
