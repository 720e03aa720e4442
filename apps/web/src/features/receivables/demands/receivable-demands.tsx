// The supplier formally asks for the answer that is owed; what it demanded before stands beside it.
import { Link, useNavigate } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useAsk } from '../../../ui/forms/ask';
import { ProblemBox } from '../../../ui/forms/problem';
import { DateText } from '../../../ui/text/date-text';
import { DeliveryTag } from './demand-states';

const MOST = 20;

export function ReceivableDemands({ receivable }: { readonly receivable: View<'ReceivableView'> }) {
  const { t } = useTranslation();
  const may = useMay();
  const ask = useAsk();
  const navigate = useNavigate();
  const { id: receivableId, debtorName, state } = receivable;
  const { data, error } = useQuery({
    queryKey: ['demands', 'receivable', receivableId],
    queryFn: () => take(api.GET('/api/demands', { params: { query: { receivableId, limit: MOST } } })),
  });
  const issue = useDeed({
    call: (body: View<'DemandBody'>, header) => take(api.POST('/api/demands', { body, params: { header } })),
    touches: ['demands'],
    done: t('demands.done'),
    onDone: ({ id }) => void navigate({ to: '/demands/$id', params: { id } }),
  });
  const start = async () => {
    const sure = await ask({
      title: t('demands.askTitle', { debtor: debtorName }),
      consequence: t('demands.consequence'),
      yes: t('demands.issue'),
    });
    if (sure) issue.mutate({ receivableId });
  };
  if (error) return <ProblemBox error={error} />;
  return (
    <Flex vertical gap={8} align="flex-start">
      <ProblemBox error={issue.error} />
      {state === 'listed' && may('demand.issue') && (
        <Button size="small" loading={issue.isPending} onClick={() => void start()}>
          {t('demands.issue')}
        </Button>
      )}
      {data?.items.map(({ id, issuedOn, delivery }) => (
        <span key={id}>
          <Link to="/demands/$id" params={{ id }}>
            {t('demands.letterOf')} <DateText date={issuedOn} />
          </Link>{' '}
          <DeliveryTag delivery={delivery} />
        </span>
      ))}
    </Flex>
  );
}
