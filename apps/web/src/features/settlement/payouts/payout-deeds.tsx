// What the reader may do with a payout: release or decline it, fetch the bank's order, note the bank's refusal.
import { DownloadOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { moneyText } from '../../../ui/text/money-text';
import { PayoutReasonForm } from './payout-reason-form';

type Payout = View<'PayoutView'>;
interface PayoutDeedsProps {
  readonly payout: Payout;
  readonly small?: boolean;
}

export function PayoutDeeds({ payout, small = false }: PayoutDeedsProps) {
  const { t } = useTranslation();
  const [ending, end] = useState<'decline' | 'reject' | null>(null);
  const { id, actions } = payout;
  const size = small ? 'small' : 'middle';
  if (actions.length === 0) return null;
  return (
    <Flex gap={8} wrap>
      {actions.includes('release') && <ReleaseButton payout={payout} size={size} />}
      {actions.includes('decline') && (
        <Button size={size} onClick={() => end('decline')}>
          {t('settlement.decline')}
        </Button>
      )}
      {actions.includes('download') && (
        <Button
          size={size}
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/payouts/${id}/pain001`}
          download
        >
          {t('settlement.download')}
        </Button>
      )}
      {actions.includes('reject') && (
        <Button size={size} danger onClick={() => end('reject')}>
          {t('settlement.bankRejected')}
        </Button>
      )}
      {ending && <PayoutReasonForm payout={payout} deed={ending} onClose={() => end(null)} />}
    </Flex>
  );
}

interface ReleaseButtonProps {
  readonly payout: Payout;
  readonly size: 'small' | 'middle';
}

function ReleaseButton({
  payout: { id, amount, toHolder: holder, toAccount: account },
  size,
}: ReleaseButtonProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const release = useDeed({
    call: (path: { id: string }, header) =>
      take(api.POST('/api/payouts/{id}/check', { body: { decision: 'release' }, params: { path, header } })),
    touches: ['payouts', 'deals'],
    done: t('settlement.released'),
  });
  const confirm = async () => {
    const sure = await ask({
      title: t('settlement.releaseTitle', { sum: moneyText(amount, i18n.language), holder }),
      consequence: t('settlement.releaseConsequence', { account: account.slice(-4) }),
      yes: t('settlement.releaseYes'),
    });
    if (sure) release.mutate({ id }, { onError: showProblem });
  };
  return (
    <Button type="primary" size={size} loading={release.isPending} onClick={() => void confirm()}>
      {t('settlement.release')}
    </Button>
  );
}
