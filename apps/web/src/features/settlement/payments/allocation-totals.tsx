// The running totals of an allocation, and the deed.
import { Alert, App, Button, Card, Checkbox, Descriptions, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isNegative, isPositive, type Money, negateMoney, subtractMoney } from '#kernel';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { ProblemBox } from '../../../ui/forms/problem';
import { MoneyText, moneyText } from '../../../ui/text/money-text';
import { itemsOf, sumTyped, type Typed } from './allocation-sums';

interface AllocationTotalsProps {
  readonly payment: View<'PaymentView'>;
  readonly typed: Typed;
}

function totalsOf(free: Money, typed: Typed, keepsRest: boolean) {
  const chosen = sumTyped(typed, free.currency);
  const left = chosen && subtractMoney(free, chosen);
  const rest = left && isPositive(left) ? left : null;
  const some = chosen !== null && (isPositive(chosen) || (rest !== null && keepsRest));
  return { chosen, left, rest, ready: some && left !== null && !isNegative(left) };
}

export function AllocationTotals({ payment: { id, free }, typed }: AllocationTotalsProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const { message } = App.useApp();
  const [keepsRest, setKeepsRest] = useState(false);
  const { chosen, left, rest, ready } = totalsOf(free, typed, keepsRest);
  const allocate = useDeed({
    call: (body: View<'AllocationsBody'>, header) =>
      take(api.POST('/api/payments/{id}/allocation', { body, params: { header, path: { id } } })),
    touches: ['payments', 'deals', 'payouts', 'registrations'],
    onDone: ({ settledDealIds: { length: count } }) =>
      void message.success(
        count > 0 ? t('settlement.allocatedSettled', { count }) : t('settlement.allocatedDone'),
      ),
  });
  const confirm = async () => {
    if (!chosen) return;
    const sure = await ask({
      title: t('settlement.allocateAsk', { sum: moneyText(chosen, i18n.language) }),
      consequence: t('settlement.allocateConsequence'),
      yes: t('settlement.allocate'),
    });
    if (sure)
      allocate.mutate({ items: itemsOf(typed, free.currency), restIsOverpaid: rest !== null && keepsRest });
  };
  return (
    <Card size="small">
      <ProblemBox error={allocate.error} />
      <Descriptions
        size="small"
        colon={false}
        column={{ xs: 1, md: 3 }}
        items={[
          { key: 'free', label: t('settlement.payment'), children: <MoneyText money={free} /> },
          { key: 'chosen', label: t('settlement.chosen'), children: <MoneyText money={chosen} /> },
          { key: 'left', label: t('settlement.remains'), children: <MoneyText money={left} strong /> },
        ]}
      />
      <Flex vertical gap={12} align="flex-start">
        {chosen === null && <Alert type="error" showIcon title={t('settlement.malformed')} />}
        {left && isNegative(left) && (
          <Alert
            type="error"
            showIcon
            title={t('settlement.tooMuch', { sum: moneyText(negateMoney(left), i18n.language) })}
          />
        )}
        {rest && (
          <Checkbox checked={keepsRest} onChange={({ target }) => setKeepsRest(target.checked)}>
            {t('settlement.restIsOverpaid', { sum: moneyText(rest, i18n.language) })}
          </Checkbox>
        )}
        <Button type="primary" disabled={!ready} loading={allocate.isPending} onClick={() => void confirm()}>
          {t('settlement.allocate')}
        </Button>
      </Flex>
    </Card>
  );
}
