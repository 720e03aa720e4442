// A financier takes its own offer back, as long as nobody has taken it.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';

export function WithdrawButton({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const withdraw = useDeed({
    call: (path: { id: string }, header) =>
      take(api.POST('/api/offers/{id}/withdrawal', { params: { path, header } })),
    touches: ['requests', 'offers', 'comparison'],
    done: t('factoring.withdrawn'),
  });
  const confirm = async () => {
    const sure = await ask({
      title: t('factoring.withdrawOfferTitle'),
      consequence: t('factoring.withdrawOfferConsequence'),
      yes: t('factoring.withdrawOffer'),
      danger: true,
    });
    if (sure) withdraw.mutate({ id }, { onError: showProblem });
  };
  return (
    <Button size="small" danger loading={withdraw.isPending} onClick={() => void confirm()}>
      {t('factoring.withdrawOffer')}
    </Button>
  );
}
