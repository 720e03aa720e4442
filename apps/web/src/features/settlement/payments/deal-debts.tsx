// What one deal still collects, invoice by invoice, with a field for what this payment pays of each.
import { Link } from '@tanstack/react-router';
import { Button, Card, Flex, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { isPositive, type Money, subtractMoney, sumMoney } from '#kernel';
import type { View } from '../../../api/client';
import { ProblemBox } from '../../../ui/forms/problem';
import { AmountInput } from '../../../ui/forms/inputs';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText, moneyText } from '../../../ui/text/money-text';
import { useDealStatement } from '../deals/deal-statements';
import { keyOf, sumTyped, type Typed } from './allocation-sums';

type Item = View<'StatementItemView'>;

interface DealDebtsProps {
  readonly dealId: string;
  readonly currency: string;
  readonly typed: Typed;
  readonly onType: (receivableId: string, text: string) => void;
}

export function DealDebts({ dealId: id, currency, typed, onType }: DealDebtsProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useDealStatement(id);
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin />;
  const open = data.items.filter(({ outstanding }) => isPositive(outstanding));
  const owed = sumMoney(
    open.map(({ outstanding }) => outstanding),
    currency,
  );
  const paid = sumTyped(typed, currency, (key) => key.startsWith(keyOf(id, '')));
  return (
    <Card
      size="small"
      title={
        <Link to="/deals/$id" params={{ id }}>
          {t('settlement.toTheDeal')}
        </Link>
      }
    >
      {open.length === 0 && <Typography.Text type="secondary">{t('settlement.nothingOwed')}</Typography.Text>}
      <Flex vertical gap={12}>
        {open.map((item) => (
          <Debt
            key={item.receivableId}
            item={item}
            value={typed[keyOf(id, item.receivableId)] ?? ''}
            onType={(text) => onType(item.receivableId, text)}
          />
        ))}
        {open.length > 0 && <Owes owed={owed} paid={paid} />}
      </Flex>
    </Card>
  );
}

interface DebtProps {
  readonly item: Item;
  readonly value: string;
  readonly onType: (text: string) => void;
}

function Debt({ item, value, onType }: DebtProps) {
  const { t } = useTranslation();
  const { receivableId, invoiceNumber, settlesOn, outstanding } = item;
  return (
    <Flex gap={12} wrap align="center" justify="space-between">
      <div style={{ flex: '1 1 220px' }}>
        <label htmlFor={receivableId}>
          <strong className="figure">{invoiceNumber}</strong>
        </label>
        <div>
          <Typography.Text type="secondary">
            {t('settlement.outstanding')} <MoneyText money={outstanding} /> · {t('settlement.settlesOn')}{' '}
            <DateText date={settlesOn} />
          </Typography.Text>
        </div>
      </div>
      <Flex gap={8} style={{ flex: '0 1 300px' }}>
        <AmountInput
          id={receivableId}
          currency={outstanding.currency}
          value={value}
          placeholder={t('settlement.thisPays')}
          onChange={onType}
        />
        <Button onClick={() => onType(outstanding.amount)}>{t('settlement.takeAll')}</Button>
      </Flex>
    </Flex>
  );
}

function Owes({ owed, paid }: { readonly owed: Money; readonly paid: Money | null }) {
  const { t, i18n } = useTranslation();
  if (!paid) return null;
  const left = subtractMoney(owed, paid);
  return (
    <Typography.Text type={left.amount.startsWith('-') ? 'danger' : 'secondary'}>
      {t('settlement.dealOwes', {
        owed: moneyText(owed, i18n.language),
        left: moneyText(left, i18n.language),
      })}
    </Typography.Text>
  );
}
