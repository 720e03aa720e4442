// Says by hand what a payment pays, with what remains of it and what each deal still owes always in sight.
import { useQuery } from '@tanstack/react-query';
import { Alert, Card, Flex, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { AllocationTotals } from './allocation-totals';
import { keyOf, type Typed } from './allocation-sums';
import { DealDebts } from './deal-debts';

type Payment = View<'PaymentView'>;
type Suggestion = NonNullable<Payment['suggestion']>;

const MOST = 200;
/** Deals of which debts are collected. */
const COLLECTING: readonly string[] = ['funded', 'matured', 'overdue', 'recourse'];

const typedOf = (suggestion: Suggestion | null): Typed =>
  Object.fromEntries(
    (suggestion?.items ?? []).map(({ dealId, receivableId, amount }) => [
      keyOf(dealId, receivableId),
      amount.amount,
    ]),
  );

export function AllocationForm({ payment }: { readonly payment: Payment }) {
  const { suggestion, free } = payment;
  const { currency } = free;
  const [typed, setTyped] = useState<Typed>(() => typedOf(suggestion));
  const [dealIds, setDealIds] = useState<readonly string[]>(() => [
    ...new Set(suggestion?.items.map(({ dealId }) => dealId)),
  ]);
  return (
    <Flex vertical gap={12}>
      <Suggested suggestion={suggestion} />
      {dealIds.map((id) => (
        <DealDebts
          key={id}
          dealId={id}
          currency={currency}
          typed={typed}
          onType={(receivableId, text) =>
            setTyped((before) => ({ ...before, [keyOf(id, receivableId)]: text }))
          }
        />
      ))}
      <MoreDeals chosen={dealIds} currency={currency} onChoose={(id) => setDealIds([...dealIds, id])} />
      <AllocationTotals payment={payment} typed={typed} />
    </Flex>
  );
}

function Suggested({ suggestion }: { readonly suggestion: Suggestion | null }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  if (!suggestion) return <Alert type="info" showIcon title={t('settlement.noSuggestion')} />;
  return (
    <Alert
      type="info"
      showIcon
      title={t('settlement.suggested')}
      description={t('settlement.suggestedBy', {
        percent: percentOf(suggestion.confidence.toFixed(2)),
        reason: sentence(suggestion.reason),
      })}
    />
  );
}

interface MoreDealsProps {
  readonly chosen: readonly string[];
  readonly currency: string;
  readonly onChoose: (dealId: string) => void;
}

function MoreDeals({ chosen, currency, onChoose }: MoreDealsProps) {
  const { t } = useTranslation();
  const { data, isPending } = useQuery({
    queryKey: ['deals', 'choice'],
    queryFn: () => take(api.GET('/api/deals', { params: { query: { limit: MOST } } })),
  });
  const fitting = (data?.items ?? []).filter(
    ({ state, total }) => COLLECTING.includes(state) && total.currency === currency,
  );
  const others = fitting.filter(({ id }) => !chosen.includes(id));
  if (!isPending && fitting.length === 0)
    return <Typography.Text type="secondary">{t('settlement.noDeals')}</Typography.Text>;
  if (others.length === 0) return null;
  return (
    <Card size="small">
      <Flex vertical gap={4} style={{ maxWidth: 560 }}>
        <label htmlFor="more-deals">{t('settlement.addDeal')}</label>
        <Select<string>
          id="more-deals"
          value={null}
          loading={isPending}
          placeholder={t('settlement.addDealHint')}
          showSearch={{ optionFilterProp: 'label' }}
          onChange={onChoose}
          options={others.map(({ id, supplierName, items }) => ({
            value: id,
            label: `${supplierName} · ${items.map(({ invoiceNumber }) => invoiceNumber).join(', ')}`,
          }))}
        />
      </Flex>
    </Card>
  );
}
