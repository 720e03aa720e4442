// "So much cash, as cheaply as can be": the amount lives in the address, the plan is worked out by the server.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { Empty } from '../../../ui/empty';
import { useFilters } from '../../../ui/filters';
import { AmountInput } from '../../../ui/forms/inputs';
import { ProblemBox } from '../../../ui/forms/problem';
import { LinkButton } from '../../../ui/link-button';
import { Page } from '../../../ui/page';
import { PlanShown } from './plan-shown';
import { usePlanTexts } from './texts';

const CURRENCY = 'CNY';
const SHOWN_FOR = 60_000;

export function PlanPage() {
  const t = usePlanTexts();
  const { t: common } = useTranslation();
  const [{ amount }, change] = useFilters(['amount']);
  return (
    <Page title={t('title')} about={t('about')}>
      <Form
        layout="vertical"
        className="no-print"
        style={{ maxWidth: 360 }}
        initialValues={{ amount: amount ?? '' }}
        onFinish={(values: { amount: string }) => change({ amount: values.amount })}
      >
        <Form.Item
          name="amount"
          label={t('amount')}
          rules={[{ required: true, message: common('common.required') }]}
        >
          <AmountInput currency={CURRENCY} />
        </Form.Item>
        <Button type="primary" htmlType="submit">
          {t('make')}
        </Button>
      </Form>
      {amount ? <Plan key={amount} amount={amount} /> : <Empty text={t('start')} />}
    </Page>
  );
}

function Plan({ amount }: { readonly amount: string }) {
  const t = usePlanTexts();
  const { t: common } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['comparison', 'plan', amount],
    queryFn: () =>
      take(
        api.GET('/api/financing-requests/cash-plan', { params: { query: { amount, currency: CURRENCY } } }),
      ),
    staleTime: SHOWN_FOR,
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin />;
  if (data.offers.length + data.receivablesLeftOut.length === 0)
    return (
      <Empty
        text={t('none')}
        deed={
          <LinkButton to="/receivables" type="primary">
            {common('factoring.requestsEmptyFix')}
          </LinkButton>
        }
      />
    );
  return <PlanShown plan={data} />;
}
