// One dispute: what it is about, who said what and when, and what may be done with it now.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Descriptions, Spin, Timeline } from 'antd';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { ReceiptsButton } from '../../audit/receipts-button';
import { DISPUTE_COLOUR, DisputeDeeds } from './dispute-deeds';
import { DisputeFiles } from './dispute-files';
import type { Settling } from './settle-form';

type Dispute = View<'DisputeView'>;
const SettleForm = lazy(async () => ({ default: (await import('./settle-form')).SettleForm }));

export function DisputePage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const [settling, settle] = useState<Settling | null>(null);
  const { data, error, refetch } = useQuery({
    queryKey: ['disputes', 'one', id],
    queryFn: () => take(api.GET('/api/disputes/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={t('disputing.title', { number: data.invoiceNumber })}
      name={t('disputing.title', { number: data.invoiceNumber })}
      about={
        <StateTag state={DISPUTE_COLOUR[data.state]}>{t(`confirming.disputeState.${data.state}`)}</StateTag>
      }
      deeds={
        <>
          <ReceiptsButton subjectId={data.id} />
          <DisputeDeeds dispute={data} onSettle={settle} />
        </>
      }
    >
      {data.holds && data.state !== 'closed' && (
        <Alert type="warning" showIcon style={{ marginBottom: 16 }} title={t('disputing.holds')} />
      )}
      <Facts dispute={data} />
      <Section title={t('disputing.course')}>
        <Timeline items={useCourse(data)} />
        {data.state !== 'closed' && <p className="muted">{t('disputing.whoCloses')}</p>}
      </Section>
      <DisputeFiles dispute={data} />
      {settling && (
        <Suspense>
          <SettleForm settling={settling} onClose={() => settle(null)} />
        </Suspense>
      )}
    </Page>
  );
}

function Facts({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation();
  const { supplierName, debtorName, cause, causedByName, amount } = dispute;
  return (
    <Descriptions
      colon={false}
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'cause', label: t('confirming.cause'), children: t(`confirming.causes.${cause}`) },
        { key: 'causedBy', label: t('confirming.causedBy'), children: causedByName },
        { key: 'supplier', label: t('receivables.supplier'), children: supplierName },
        { key: 'debtor', label: t('receivables.debtor'), children: debtorName },
        ...(amount
          ? [
              {
                key: 'amount',
                label: t('confirming.inDispute'),
                children: <MoneyText money={amount} strong />,
              },
            ]
          : []),
      ]}
    />
  );
}

/** Step by step, by organisation: people are not named. */
function useCourse(dispute: Dispute): { key: string; content: ReactNode }[] {
  const { t } = useTranslation();
  const { openedAt, openedByName, note, answeredAt, answer, causedByName, escalatedAt } = dispute;
  const { closedAt, closedByName, closingReason, closingNote } = dispute;
  const step = (key: string, at: string, words: string, said: string | null) => ({
    key,
    content: (
      <>
        <strong>{words}</strong>
        {said && <div data-given>“{said}”</div>}
        <div className="muted">
          <InstantText at={at} />
        </div>
      </>
    ),
  });
  const opener = openedByName ?? t('disputing.platform');
  return [
    step('opened', openedAt, t('disputing.opened', { name: opener }), note),
    ...(answeredAt
      ? [step('answered', answeredAt, t('disputing.answered', { name: causedByName }), answer)]
      : []),
    ...(escalatedAt ? [step('escalated', escalatedAt, t('disputing.escalated'), null)] : []),
    ...(closedAt && closingReason
      ? [
          step(
            'closed',
            closedAt,
            `${t('disputing.closed', { name: closedByName ?? '' })} · ${t(`confirming.closing.${closingReason}`)}`,
            closingNote,
          ),
        ]
      : []),
  ];
}
