// Issues payment slips as one signed file, which proves without this platform which account was stated to the debtor.
import { SafetyCertificateOutlined } from '@ant-design/icons';
import { Button, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { saveFile } from '../../../ui/save-file';

/** The same in every language. */
const CHECK_COMMAND = 'youquan slip verify';

type Slip = View<'PaymentSlipView'>;
interface IssueSlipButtonProps {
  readonly slips: readonly Slip[];
  readonly onDone?: () => void;
}

export const isIssuable = ({ actions }: Slip): boolean => actions.includes('slip.issue');

export function IssueSlipButton({ slips, onDone }: IssueSlipButtonProps) {
  const { t } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const issue = useDeed({
    call: (body: View<'IssueSlipBody'>, header) =>
      take(api.POST('/api/payment-slips', { body, params: { header } })),
    touches: ['receipts'],
    done: t('settlement.slipSaved'),
    onDone: (signed) => {
      saveFile(`payment-slip-${signed.content.id}.json`, `${JSON.stringify(signed, null, 2)}\n`);
      onDone?.();
    },
  });
  const receivableIds = slips.filter(isIssuable).map(({ id }) => id);
  const count = receivableIds.length;
  const start = async () => {
    const sure = await ask({
      title: t('settlement.issueTitle', { count }),
      consequence: <WhatItProves />,
      yes: t('settlement.issueYes'),
    });
    if (sure) issue.mutate({ receivableIds }, { onError: showProblem });
  };
  return (
    <Button
      icon={<SafetyCertificateOutlined aria-hidden />}
      disabled={count === 0}
      loading={issue.isPending}
      title={count === 0 ? t('settlement.chooseSlips') : undefined}
      onClick={() => void start()}
    >
      {count === 0 ? t('settlement.issueNone') : t('settlement.issue', { count })}
    </Button>
  );
}

function WhatItProves() {
  const { t } = useTranslation();
  return (
    <>
      <Typography.Paragraph>{t('settlement.slipProves')}</Typography.Paragraph>
      <Typography.Paragraph>
        {t('settlement.slipCheck')}{' '}
        <a href="/verify" target="_blank" rel="noreferrer">
          {t('settlement.verifyPage')}
        </a>
        {' · '}
        <code>{CHECK_COMMAND}</code>
      </Typography.Paragraph>
    </>
  );
}
