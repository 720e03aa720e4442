// Where one invoice stands with the tax bureau, its history, and the button that asks again.
import { useQuery } from '@tanstack/react-query';
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { ProblemBox } from '../../../ui/forms/problem';
import { TaxHistory } from './tax-answer';

const UNASKABLE: readonly string[] = ['not_verifiable', 'no_bureau'];
/** An answer that is awaited is looked for again. */
const LOOK_AGAIN_MS = 2000;

export function ReceivableTax({ receivableId: id }: { readonly receivableId: string }) {
  const { t } = useTranslation();
  const may = useMay();
  const { data, error } = useQuery({
    queryKey: ['tax', 'receivable', id],
    queryFn: () => take(api.GET('/api/receivables/{id}/tax-checks', { params: { path: { id } } })),
    refetchInterval: ({ state }) =>
      state.data?.checks.some(({ result }) => !result) ? LOOK_AGAIN_MS : false,
  });
  const ask = useDeed({
    call: (receivableIds: string[], header) =>
      take(api.POST('/api/tax-checks', { body: { receivableIds }, params: { header } })),
    touches: ['tax', 'receivables'],
    done: t('tax.askedDone'),
  });
  if (error) return <ProblemBox error={error} />;
  if (!data) return null;
  const { standing, left, checks } = data;
  return (
    <Flex vertical gap={8} align="flex-start">
      <span>
        {t(`tax.standing.${standing}`)}
        {!UNASKABLE.includes(standing) && ` · ${t('tax.left', { count: left })}`}
      </span>
      <ProblemBox error={ask.error} />
      {may('tax.check') && !UNASKABLE.includes(standing) && (
        <Button size="small" disabled={left === 0} loading={ask.isPending} onClick={() => ask.mutate([id])}>
          {t('tax.check')}
        </Button>
      )}
      <TaxHistory checks={checks} />
    </Flex>
  );
}
