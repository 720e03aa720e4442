// What is shown of a bank account, and what the reader may do with it.
import { Button, Flex, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useSentence } from '../../../ui/text/bilingual';
import { InstantText } from '../../../ui/text/date-text';
import type { Column } from '../../../ui/list';
import { StateTag } from '../../../ui/text/state-tag';
import { inFours, usePurposes } from './account-words';
import type { Deciding } from './decision-form';

type Account = View<'AccountView'>;

export function useAccountColumns(onDecide: (deciding: Deciding) => void): Column<Account>[] {
  const { t } = useTranslation();
  const named = usePurposes();
  return [
    {
      key: 'number',
      title: t('parties.accounts.number'),
      render: ({ accountNumber, currency }) => (
        <>
          <strong className="figure">{inFours(accountNumber)}</strong> {currency}
        </>
      ),
    },
    {
      key: 'holder',
      title: t('parties.accounts.holder'),
      render: ({ holderName }) => holderName,
    },
    { key: 'bank', title: t('parties.accounts.bank'), render: (account) => <Bank account={account} /> },
    {
      key: 'purposes',
      title: t('parties.accounts.purposes'),
      render: ({ purposes }) => named(purposes),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: (account) => <State account={account} />,
    },
    {
      key: 'proposedAt',
      title: t('parties.accounts.proposedAt'),
      render: ({ proposedAt }) => <InstantText at={proposedAt} />,
    },
    {
      key: 'decidedAt',
      title: t('parties.accounts.decidedAt'),
      render: ({ decidedAt }) => <InstantText at={decidedAt} />,
    },
    {
      key: 'deeds',
      title: '',
      render: (account) => (
        <Flex gap={4}>
          {account.actions.includes('verify') && (
            <Button size="small" type="primary" onClick={() => onDecide({ account, decision: 'verified' })}>
              {t('parties.accounts.verify')}
            </Button>
          )}
          {account.actions.includes('refuse') && (
            <Button size="small" danger onClick={() => onDecide({ account, decision: 'refused' })}>
              {t('parties.accounts.refuse')}
            </Button>
          )}
        </Flex>
      ),
    },
  ];
}

function Bank({ account: { bankName, bankCode, bankCodeWarning } }: { readonly account: Account }) {
  const sentence = useSentence();
  return (
    <div>
      {bankName}
      <div className="hash">{bankCode}</div>
      {bankCodeWarning && (
        <Typography.Text type="warning" style={{ fontSize: 12 }}>
          {sentence(bankCodeWarning)}
        </Typography.Text>
      )}
    </div>
  );
}

function State({ account: { state, inForce, reason } }: { readonly account: Account }) {
  const { t } = useTranslation();
  const named = usePurposes();
  return (
    <div>
      <StateTag state={state === 'proposed' ? 'awaiting_check' : state}>
        {t(`parties.accounts.state.${state}`)}
      </StateTag>
      {inForce.length > 0 && (
        <Tag color="green">{t('parties.accounts.inForce', { purposes: named(inForce) })}</Tag>
      )}
      {state === 'verified' && inForce.length === 0 && <Tag>{t('parties.accounts.replaced')}</Tag>}
      {reason && (
        <div>
          <Typography.Text type="secondary">{reason}</Typography.Text>
        </div>
      )}
    </div>
  );
}
