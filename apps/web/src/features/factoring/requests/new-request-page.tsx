// Asking for money: which receivables, how much of each, and who may offer.
import { useQueries } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Form, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { dayText } from '../../../ui/text/date-text';
import { Empty } from '../../../ui/empty';
import { useFilters } from '../../../ui/filters';
import { AmountInput, DateInput, endOfDay } from '../../../ui/forms/inputs';
import { moneyText } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { ProblemBox, useFieldProblems } from '../../../ui/forms/problem';
import { FinancierChoice } from './financier-choice';

type Receivable = View<'ReceivableView'>;
type Body = View<'RequestBody'>;

interface Values {
  /** Amount by receivable; empty: all that is available. */
  readonly amounts?: Readonly<Record<string, string>>;
  readonly financierIds: string[];
  readonly closesOn?: string;
}

export function NewRequestPage() {
  const { t } = useTranslation();
  const [{ receivables = '' }] = useFilters(['receivables']);
  const ids = receivables.split(',').filter(Boolean);
  const queries = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['receivables', 'one', id],
      queryFn: () => take(api.GET('/api/receivables/{id}', { params: { path: { id } } })),
    })),
  });
  const failed = queries.find(({ error }) => error);
  const chosen = queries.flatMap(({ data }) => (data ? [data] : []));
  return (
    <Page title={t('factoring.newTitle')} about={t('factoring.newAbout')}>
      {failed && <ProblemBox error={failed.error} onRetry={failed.refetch} />}
      {ids.length === 0 && (
        <Empty
          text={t('factoring.nothingChosen')}
          deed={<Link to="/receivables">{t('factoring.requestsEmptyFix')}</Link>}
        />
      )}
      {!failed && chosen.length < ids.length && <Spin />}
      {ids.length > 0 && chosen.length === ids.length && <RequestForm chosen={chosen} />}
    </Page>
  );
}

function RequestForm({ chosen }: { readonly chosen: readonly Receivable[] }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const ask = useDeed({
    call: (body: Body, header) => take(api.POST('/api/financing-requests', { body, params: { header } })),
    touches: ['requests', 'receivables'],
    done: t('factoring.asked'),
    onDone: ({ id }) => void navigate({ to: '/requests/$id', params: { id } }),
  });
  const beside = useFieldProblems(form, ask.error, { closesAt: 'closesOn' });
  const submit = ({ amounts = {}, financierIds, closesOn }: Values) =>
    ask.mutate({
      receivables: chosen.map(({ id, payable: { currency } }) => ({
        receivableId: id,
        ...(amounts[id] && { amount: { amount: amounts[id], currency } }),
      })),
      financierIds,
      ...(closesOn && { closesAt: endOfDay(closesOn) }),
    });
  return (
    <Form<Values> form={form} layout="vertical" onFinish={submit} initialValues={{ financierIds: [] }}>
      <ProblemBox error={ask.error} beside={beside} />
      <Card title={t('factoring.chosen')} size="small" style={{ marginBottom: 16 }}>
        {chosen.map((receivable) => (
          <ChosenLine key={receivable.id} receivable={receivable} />
        ))}
      </Card>
      <Card title={t('factoring.whom')} size="small" style={{ marginBottom: 16 }}>
        <Form.Item
          name="financierIds"
          style={{ marginBottom: 0 }}
          rules={[{ required: true, type: 'array', min: 1, message: t('factoring.whomMissing') }]}
        >
          <FinancierChoice />
        </Form.Item>
      </Card>
      <Form.Item
        name="closesOn"
        label={t('factoring.closesAt')}
        extra={t('factoring.closesAtHint')}
        style={{ maxWidth: 320 }}
      >
        <DateInput />
      </Form.Item>
      <Button type="primary" size="large" htmlType="submit" loading={ask.isPending}>
        {t('factoring.ask')}
      </Button>
    </Form>
  );
}

function ChosenLine({ receivable }: { readonly receivable: Receivable }) {
  const { t, i18n } = useTranslation();
  const { id, invoiceNumber, debtorName, dueDate, available } = receivable;
  return (
    <Flex wrap gap={16} justify="space-between" align="flex-start">
      <div style={{ flex: '1 1 240px', paddingBottom: 12 }}>
        <strong className="figure">{invoiceNumber}</strong>
        <div>{debtorName}</div>
        {dueDate && (
          <Typography.Text type="secondary">
            {t('factoring.due')} {dayText(dueDate, i18n.language)}
          </Typography.Text>
        )}
      </div>
      <Form.Item
        name={['amounts', id]}
        label={t('factoring.amountAsked')}
        extra={t('factoring.amountHint', { sum: moneyText(available, i18n.language) })}
        style={{ flex: '0 1 280px', marginBottom: 12 }}
      >
        <AmountInput currency={available.currency} />
      </Form.Item>
    </Flex>
  );
}
