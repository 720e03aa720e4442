// Where everybody stands on an asset or against a grantor, at a moment past or to come, with the article behind each
// rank; and how they would stand if something were done. Below it what moves ranks beside registrations.
import { PrinterOutlined } from '@ant-design/icons';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Alert, Button, Card, Descriptions, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { Empty } from '../../../ui/empty';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { MoneyText } from '../../../ui/text/money-text';
import { ExactInstant, Standing } from '../registration-details';
import { AmountFlow } from './amount-flow';
import { PriorityForm, type PriorityAsked } from './priority-form';
import { type Choice, type Supposed, suppositionOf } from './ranks-shown';
import { RankList, Unranked } from './rank-list';
import { Statements } from './statements';
import { Story } from './story';
import { Subordinations } from './subordinations';
import { usePriorityTexts } from './texts';
import { WhatIf } from './what-if';

type Answer = View<'PriorityView'>;
const AS_IT_IS: Supposed = { kind: 'nothing' };

export function PriorityPage() {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  const may = useMay();
  const [asked, setAsked] = useState<PriorityAsked | null>(null);
  const [supposed, suppose] = useState<Supposed>(AS_IT_IS);
  const query = { ...asked, ...suppositionOf(supposed) };
  const { data, error, isFetching, refetch } = useQuery({
    queryKey: ['priorities', query],
    queryFn: () => take(api.GET('/api/priorities', { params: { query } })),
    enabled: asked !== null,
    placeholderData: keepPreviousData,
    retry: false,
  });
  const ask = (next: PriorityAsked) => {
    suppose(AS_IT_IS);
    setAsked(next);
  };
  const print = data && (
    <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
      {common('common.print')}
    </Button>
  );
  return (
    <Page title={t('title')} about={t('about')} deeds={print}>
      <PriorityForm onAsk={ask} />
      {error && <ProblemBox error={error} onRetry={refetch} />}
      {isFetching && !data && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {!asked && <Empty text={t('askFirst')} />}
      {data && !error && (
        <Card style={{ marginTop: 16 }} aria-busy={isFetching}>
          <WhatIf supposed={supposed} choices={choicesOf(data)} onSuppose={suppose} />
          {supposed.kind !== 'nothing' && (
            <Alert type="warning" showIcon title={t('supposing')} style={{ marginBottom: 16 }} />
          )}
          <Ranks answer={data} ofAsset={asked?.assetKey !== undefined} />
        </Card>
      )}
      {may('registration.read') && <Subordinations />}
      {may('registration.file') && <Statements />}
    </Page>
  );
}

/** Of the registrations; what is only stated or supposed has no number. */
function choicesOf({ ranks, unranked }: Answer): Choice[] {
  const holders = [...ranks, ...unranked].flatMap(({ number, securedParties }): [string, string][] =>
    number === null ? [] : [[number, securedParties.join(' · ')]],
  );
  return [...new Map(holders)].map(([number, holder]) => ({ number, holder }));
}

function Ranks({ answer, ofAsset }: { readonly answer: Answer; readonly ofAsset: boolean }) {
  const t = usePriorityTexts();
  const { at, standing, ranks, payable, rest, complete, filingCount } = answer;
  const known = [
    { key: 'at', label: t('at'), children: <ExactInstant at={at} /> },
    { key: 'count', label: t('count'), children: <span className="figure">{filingCount}</span> },
    { key: 'payable', label: t('payable'), children: <MoneyText money={payable} /> },
    { key: 'rest', label: t('rest'), children: <MoneyText money={rest} /> },
  ];
  return (
    <>
      <Standing standing={standing} />
      {!complete && <Alert type="warning" showIcon title={t('incomplete')} style={{ marginBottom: 16 }} />}
      <Descriptions
        size="small"
        colon={false}
        column={{ xs: 1, md: 4 }}
        items={ofAsset ? known : known.slice(0, 2)}
      />
      {ranks.length === 0 ? <Empty text={t('nobody')} /> : <RankList ranks={ranks} standing={standing} />}
      <Unranked claims={answer.unranked} />
      {ofAsset && ranks.length > 0 && <AmountFlow answer={answer} />}
      {filingCount + ranks.length > 0 && <Story answer={answer} />}
    </>
  );
}
