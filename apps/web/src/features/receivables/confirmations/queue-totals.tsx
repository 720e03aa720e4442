// How much is still to be answered, by currency, with what is overdue or held.
import { useQuery } from '@tanstack/react-query';
import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { MoneyText } from '../../../ui/text/money-text';

export function QueueTotals() {
  const { t } = useTranslation();
  const { data } = useQuery({
    queryKey: ['confirmations', 'totals'],
    queryFn: () => take(api.GET('/api/confirmations/totals')),
  });
  return (
    <Flex vertical gap={4} style={{ marginBottom: 12 }}>
      {data?.items.map(({ payable, count, overdue, held }) => (
        <Flex key={payable.currency} gap={8} wrap align="center">
          <MoneyText money={payable} strong />
          <span className="muted">{t('queue.count', { count })}</span>
          {overdue > 0 && <Tag color="red">{t('queue.overdue', { count: overdue })}</Tag>}
          {held > 0 && <Tag color="orange">{t('queue.held', { count: held })}</Tag>}
        </Flex>
      ))}
    </Flex>
  );
}
