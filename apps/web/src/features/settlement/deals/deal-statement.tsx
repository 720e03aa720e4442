// The statement of a deal: where every amount went, line by line from the ledger, each explained.
import { Card, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { partList } from '../../../api/pages';
import { ProblemBox } from '../../../ui/forms/problem';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText, moneyText } from '../../../ui/text/money-text';
import { StatementSums } from './statement-sums';
import { useDealStatement } from './deal-statements';

type Deal = View<'DealView'>;
type Line = View<'StatementLineView'>;
type Item = View<'StatementItemView'>;

export function DealStatement({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const { data, error, refetch } = useDealStatement(deal.id);
  const lines = useLineColumns(deal);
  const items = useItemColumns();
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return null;
  const moved = data.lines.some(({ code }) => code !== 'advance_promised');
  return (
    <>
      <Section title={t('settlement.statementTitle')} about={t('settlement.statementAbout')}>
        {moved && (
          <Card size="small" style={{ marginBottom: 12 }}>
            <StatementSums sums={data.sums} />
          </Card>
        )}
        <List
          pages={partList(data.lines)}
          columns={lines}
          rowKey={({ postingId, code }) => `${postingId} ${code}`}
          empty={{ text: t('settlement.statementEmpty') }}
        />
      </Section>
      {data.items.length > 0 && (
        <Section title={t('settlement.itemsTitle')}>
          <List
            pages={partList(data.items)}
            columns={items}
            rowKey={({ receivableId }) => receivableId}
            empty={{ text: t('common.none') }}
          />
        </Section>
      )}
    </>
  );
}

function useLineColumns(deal: Deal): Column<Line>[] {
  const { t } = useTranslation();
  const sentence = useSentence();
  const why = useLineWhy(deal);
  return [
    { key: 'date', title: t('settlement.date'), render: ({ date }) => <DateText date={date} /> },
    {
      key: 'what',
      title: t('settlement.what'),
      render: ({ code, text, reverses }) => (
        <div style={{ maxWidth: 620, whiteSpace: 'normal' }}>
          {sentence(text)}
          {reverses && ` (${t('settlement.takenBack')})`}
          <div>
            <Typography.Text type="secondary">{why(code)}</Typography.Text>
          </div>
        </div>
      ),
    },
    {
      key: 'amount',
      title: t('settlement.amount'),
      right: true,
      render: ({ amount }) => <MoneyText money={amount} />,
    },
  ];
}

function useLineWhy({ advanceRate, rateAnnual, dayCount, fees }: Deal): (code: Line['code']) => string {
  const { t, i18n } = useTranslation();
  const named = fees.map(({ name, amount }) => `${name} ${moneyText(amount, i18n.language)}`);
  return (code) =>
    t(`settlement.lineWhy.${code}`, {
      rate: percentOf(advanceRate),
      annual: percentOf(rateAnnual),
      dayCount,
      fees: named.join(', '),
    });
}

function useItemColumns(): Column<Item>[] {
  const { t } = useTranslation();
  const sum = (key: 'amount' | 'paid' | 'outstanding', title: string): Column<Item> => ({
    key,
    title,
    right: true,
    render: ({ [key]: money }) => <MoneyText money={money} strong={key === 'outstanding'} />,
  });
  return [
    {
      key: 'invoice',
      title: t('settlement.invoice'),
      render: ({ invoiceNumber }) => <span className="figure">{invoiceNumber}</span>,
    },
    {
      key: 'settlesOn',
      title: t('settlement.settlesOn'),
      render: ({ settlesOn }) => <DateText date={settlesOn} />,
    },
    sum('amount', t('settlement.toCollect')),
    sum('paid', t('settlement.paid')),
    sum('outstanding', t('settlement.outstanding')),
  ];
}
