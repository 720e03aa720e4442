// One request: the receivables behind it; for the supplier the offers side by side, for a financier limits and bid.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Flex, Spin } from 'antd';
import { Fragment, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useAsk } from '../../../ui/forms/ask';
import { InstantText } from '../../../ui/text/date-text';
import { Page } from '../../../ui/page';
import { ProblemBox } from '../../../ui/forms/problem';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { Section } from '../../../ui/section';
import { StateTag } from '../../../ui/text/state-tag';
import { ResponseText } from '../../receivables/assurance/debtor-response';
import { BidForm } from '../offers/bid-form';
import { Comparison } from '../offers/comparison';
import { OwnOffers } from '../offers/own-offers';
import { Headroom } from './headroom';
import { RequestItems } from './request-items';

export function RequestPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const [bidding, bid] = useState(false);
  const { data, error, refetch } = useQuery({
    queryKey: ['requests', 'one', id],
    queryFn: () => take(api.GET('/api/financing-requests/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  const { supplierName, state, closesAt, actions, financiers, headroom, items, responses } = data;
  return (
    <Page
      title={t('factoring.requestOf', { name: supplierName })}
      about={
        <Flex gap={8} wrap align="center">
          <StateTag state={state}>{t(`factoring.requestState.${state}`)}</StateTag>
          <span>
            {t('factoring.closes')} <InstantText at={closesAt} />
          </span>
          {financiers && (
            <span>{t('factoring.askedWhom', { names: financiers.map(({ name }) => name).join('、') })}</span>
          )}
        </Flex>
      }
      name={t('factoring.requestOf', { name: supplierName })}
      deeds={
        <>
          {actions.includes('request.withdraw') && <WithdrawRequest id={id} />}
          {actions.includes('offer.create') && (
            <Button type="primary" onClick={() => bid(true)}>
              {t('factoring.offer')}
            </Button>
          )}
        </>
      }
    >
      {may('offer.accept') ? <Comparison request={data} /> : <OwnOffers requestId={id} />}
      {headroom && (
        <Section title={t('factoring.headroomTitle')}>
          <Headroom lines={headroom} />
        </Section>
      )}
      <Section title={t('factoring.receivablesTitle')}>
        <RequestItems requestId={id} items={items} />
        <Responses responses={responses} items={items} />
      </Section>
      {bidding && <BidForm request={data} onClose={() => bid(false)} />}
    </Page>
  );
}

/** Debtor by debtor how it answers. */
function Responses({ responses, items }: Pick<View<'RequestView'>, 'responses' | 'items'>) {
  const { t } = useTranslation();
  const names = new Map(items.map(({ debtorId, debtorName }) => [debtorId, debtorName]));
  return (
    <dl aria-label={t('assurance.response')} style={{ marginTop: 12 }}>
      {responses.map((response) => (
        <Fragment key={response.debtorId}>
          <dt className="muted">
            {t('assurance.response')} · {names.get(response.debtorId)}
          </dt>
          <dd style={{ marginInlineStart: 0 }}>
            <ResponseText response={response} />
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

function WithdrawRequest({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const withdraw = useDeed({
    call: (path: { id: string }, header) =>
      take(api.POST('/api/financing-requests/{id}/withdrawal', { params: { path, header } })),
    touches: ['requests', 'offers', 'comparison', 'receivables'],
    done: t('factoring.withdrawn'),
  });
  const confirm = async () => {
    const sure = await ask({
      title: t('factoring.withdrawTitle'),
      consequence: t('factoring.withdrawConsequence'),
      yes: t('factoring.withdraw'),
      danger: true,
    });
    if (sure) withdraw.mutate({ id }, { onError: showProblem });
  };
  return (
    <Button danger loading={withdraw.isPending} onClick={() => void confirm()}>
      {t('factoring.withdraw')}
    </Button>
  );
}
