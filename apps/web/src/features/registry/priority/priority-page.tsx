// Where everybody stands on an asset or against a grantor, at a moment past or to come, with the article behind each
// rank; and how they would stand if something were done. Nothing is written here.
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Descriptions, Flex, Spin, Tag, Timeline, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { Empty } from '../../../ui/empty';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { MoneyText } from '../../../ui/text/money-text';
import { ExactInstant, Standing } from '../registration-details';
import { PriorityForm, type PriorityAsked } from './priority-form';

type Answer = View<'PriorityView'>;
type Rank = Answer['ranks'][number];

export function PriorityPage() {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<PriorityAsked | null>(null);
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['priorities', asked],
    queryFn: () => take(api.GET('/api/priorities', { params: { query: asked ?? {} } })),
    enabled: asked !== null,
    retry: false,
  });
  return (
    <Page title={t('priority.title')} about={t('priority.about')}>
      <PriorityForm onAsk={setAsked} />
      {error && <ProblemBox error={error} onRetry={refetch} />}
      {isFetching && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {!asked && <Empty text={t('priority.askFirst')} />}
      {data && !error && !isFetching && <Ranks answer={data} />}
    </Page>
  );
}

function Ranks({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation();
  const { at, standing, ranks, unranked, payable, rest, complete } = answer;
  return (
    <Card style={{ marginTop: 16 }}>
      <Standing standing={standing} />
      {!complete && (
        <Alert type="warning" showIcon title={t('priority.incomplete')} style={{ marginBottom: 16 }} />
      )}
      <Descriptions
        size="small"
        colon={false}
        column={{ xs: 1, md: 3 }}
        items={[
          { key: 'at', label: t('priority.at'), children: <ExactInstant at={at} /> },
          { key: 'payable', label: t('priority.payable'), children: <MoneyText money={payable} /> },
          { key: 'rest', label: t('priority.rest'), children: <MoneyText money={rest} /> },
        ]}
      />
      {ranks.length === 0 ? (
        <Empty text={t('priority.nobody')} />
      ) : (
        <Timeline
          style={{ marginTop: 24 }}
          items={ranks.map((rank) => ({
            key: `${rank.rank} ${rank.number ?? ''}`,
            color: rank.number === null ? 'orange' : 'blue',
            content: <RankLine rank={rank} />,
          }))}
        />
      )}
      {unranked.map(({ number, reason }) => (
        <div key={number} className="muted">
          <span className="figure">{number}</span> · {t(`priority.reasons.${reason}`)}
        </div>
      ))}
    </Card>
  );
}

function RankLine({ rank }: { readonly rank: Rank }) {
  const { t } = useTranslation();
  return (
    <div>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong>{t('priority.rank', { rank: rank.rank })}</Typography.Text>
        {rank.number === null ? (
          <Tag color="orange">{t('priority.supposed')}</Tag>
        ) : (
          <span className="figure">{rank.number}</span>
        )}
        <span>{rank.securedParties.join(' · ')}</span>
      </Flex>
      <div>
        {t(`priority.rules.${rank.rule}`)} <span className="muted">{rank.article}</span>
      </div>
      {rank.since !== null && <ExactInstant at={rank.since} />}
      <div className="muted">
        {t('priority.secures')}{' '}
        {rank.secures === null ? t('priority.all') : <MoneyText money={rank.secures} />}
        {rank.share !== null && (
          <>
            {' · '}
            {t('priority.share')} <MoneyText money={rank.share} strong />
          </>
        )}
      </div>
    </div>
  );
}
