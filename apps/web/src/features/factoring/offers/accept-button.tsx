// Takes an offer. The question says what follows at once and cannot be taken back.
import { useNavigate } from '@tanstack/react-router';
import { Button, Descriptions } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { percentOf } from '../../../ui/text/amount-text';
import { useAsk } from '../../../ui/forms/ask';
import { useSentence } from '../../../ui/text/bilingual';
import { MoneyText } from '../../../ui/text/money-text';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';

interface AcceptButtonProps {
  readonly offer: View<'OfferView'>;
  readonly price: View<'PriceView'>;
}

export function AcceptButton({ offer, price }: AcceptButtonProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const navigate = useNavigate();
  const showProblem = useProblemDialog();
  const accept = useDeed({
    call: (path: { id: string }, header) =>
      take(api.POST('/api/offers/{id}/acceptance', { params: { path, header } })),
    touches: ['requests', 'offers', 'comparison', 'receivables', 'deals', 'registrations'],
    done: t('factoring.accepted'),
    onDone: ({ id }) => void navigate({ to: '/deals/$id', params: { id } }),
  });
  const { id, financierName: name } = offer;
  const confirm = async () => {
    const sure = await ask({
      title: t('factoring.acceptTitle', { name }),
      consequence: <Consequence offer={offer} price={price} />,
      yes: t('factoring.acceptYes'),
      width: 560,
    });
    if (sure) accept.mutate({ id }, { onError: showProblem });
  };
  return (
    <Button type="primary" loading={accept.isPending} onClick={() => void confirm()}>
      {t('factoring.accept')}
    </Button>
  );
}

function Consequence({ offer: { financierName: name, recourseText }, price }: AcceptButtonProps) {
  const { t } = useTranslation();
  const sentence = useSentence();
  return (
    <>
      <Descriptions
        colon={false}
        size="small"
        column={1}
        items={[
          {
            key: 'cash',
            label: t('factoring.netCash'),
            children: <MoneyText money={price.netCash} strong />,
          },
          { key: 'cost', label: t('factoring.totalCost'), children: <MoneyText money={price.totalCost} /> },
          {
            key: 'rate',
            label: t('factoring.allInRate'),
            children: price.allInRate === null ? '—' : percentOf(price.allInRate, 2),
          },
        ]}
      />
      <p>{t('factoring.acceptConsequence', { name })}</p>
      <p>{sentence(recourseText)}</p>
    </>
  );
}
