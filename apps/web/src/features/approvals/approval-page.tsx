// One deed that waits: what would be done, who asks, and the decision of the second person.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Card, Descriptions, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox } from '../../ui/forms/problem';
import { Page } from '../../ui/page';
import { Section } from '../../ui/section';
import { useSentence } from '../../ui/text/bilingual';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { useDeedWords } from '../audit/deed-words';
import { ReceiptsButton } from '../audit/receipts-button';
import { ApprovalDeeds } from './approval-deeds';
import { Facts } from './facts';

type Approval = View<'ApprovalView'>;

export function ApprovalPage() {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['approvals', 'one', id],
    queryFn: () => take(api.GET('/api/approvals/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={sentence(data.commandText)}
      about={<StateTag state={data.state}>{t(`approvals.state.${data.state}`)}</StateTag>}
      deeds={
        <>
          <ApprovalDeeds approval={data} />
          <ReceiptsButton subjectId={id} />
        </>
      }
    >
      <Advice approval={data} />
      <Section title={t('approvals.what')}>
        <Card size="small">
          <Facts input={data.input} preview={data.preview} />
        </Card>
      </Section>
      <Section title={t('approvals.who')}>
        <Card size="small">
          <Course approval={data} />
        </Card>
      </Section>
    </Page>
  );
}

function Advice({ approval: { state, actions, sameDevice, reason } }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const style = { marginBottom: 16 };
  const waits = state === 'waiting';
  return (
    <>
      {waits && actions.includes('withdraw') && (
        <Alert type="info" showIcon style={style} title={t('approvals.waitsForColleague')} />
      )}
      {waits && actions.length === 0 && (
        <Alert type="info" showIcon style={style} title={t('approvals.notYours')} />
      )}
      {state === 'stale' && (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={t('approvals.staleTitle')}
          description={<span data-given>{reason}</span>}
        />
      )}
      {sameDevice && <Alert type="warning" showIcon style={style} title={t('approvals.sameDevice')} />}
    </>
  );
}

function Course({ approval }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const words = useDeedWords();
  const { madeByName, madeAt, expiresAt, decidedByName, decidedAt, reason, effects } = approval;
  return (
    <Descriptions
      size="small"
      column={{ xs: 1, md: 2 }}
      items={[
        { key: 'madeBy', label: t('approvals.madeBy'), children: madeByName },
        { key: 'madeAt', label: t('approvals.madeAt'), children: <InstantText at={madeAt} /> },
        { key: 'expiresAt', label: t('approvals.expiresAt'), children: <InstantText at={expiresAt} /> },
        { key: 'decidedBy', label: t('approvals.decidedBy'), children: decidedByName ?? '—' },
        { key: 'decidedAt', label: t('approvals.decidedAt'), children: <InstantText at={decidedAt} /> },
        { key: 'reason', label: t('approvals.reason'), children: <span data-given>{reason ?? '—'}</span> },
        {
          key: 'effects',
          label: t('approvals.effects'),
          span: 'filled',
          children: effects.map(({ action }) => words(action)).join(' · '),
        },
      ]}
    />
  );
}
