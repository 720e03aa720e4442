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
import { TestState } from './test-state';

type Account = View<'AccountView'>;

export type AccountDeed = 'test' | 'answer' | 'lock';
export interface Doing {
  readonly account: Account;
  readonly deed: AccountDeed;
}
const DEEDS: readonly AccountDeed[] = ['test', 'answer', 'lock'];

/** @param whose whether the organisation is shown: its name and the holder's are to be compared */
export function useAccountColumns(
  onDecide: (deciding: Deciding) => void,
  onDo: (doing: Doing) => void,
  whose: boolean,
): Column<Account>[] {
  const { t } = useTranslation();
  const named = usePurposes();
  const organisation: Column<Account> = {
    key: 'organisation',
    title: t('parties.accounts.whose'),
    render: ({ organisationName }) => organisationName,
  };
  return [
    ...(whose ? [organisation] : []),
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
      key: 'bank',
      title: `${t('settlement.accountHolder')} / ${t('settlement.bank')}`,
      render: (account) => <Bank account={account} />,
    },
    {
      key: 'purposes',
      title: t('parties.accounts.purposes'),
      render: ({ purposes }) => <span style={{ whiteSpace: 'nowrap' }}>{named(purposes)}</span>,
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
          {DEEDS.filter((deed) => account.actions.includes(deed)).map((deed) => (
            <Button key={deed} size="small" danger={deed === 'lock'} onClick={() => onDo({ account, deed })}>
              {t(`parties.accounts.${deed}`)}
            </Button>
          ))}
        </Flex>
      ),
    },
  ];
}

function Bank({ account }: { readonly account: Account }) {
  const { holderName, bankName, bankCode, bankCodeWarning } = account;
  const sentence = useSentence();
  return (
    <div style={{ whiteSpace: 'normal' }}>
      {holderName}
      <div>
        {bankName} <span className="hash">{bankCode}</span>
      </div>
      {bankCodeWarning && (
        <div className="warning-text" style={{ fontSize: 12 }}>
          {sentence(bankCodeWarning)}
        </div>
      )}
    </div>
  );
}

const ALIKE: Readonly<Record<Account['state'], string>> = {
  proposed: 'awaiting_check',
  verified: 'confirmed',
  refused: 'refused',
  locked: 'frozen',
};

function State({ account }: { readonly account: Account }) {
  const { state, inForce, reason, decidedAt } = account;
  const { t } = useTranslation();
  const named = usePurposes();
  return (
    <div>
      <StateTag state={ALIKE[state]}>{t(`parties.accounts.state.${state}`)}</StateTag>
      {inForce.length > 0 && (
        <Tag color="green">{t('parties.accounts.inForce', { purposes: named(inForce) })}</Tag>
      )}
      {state === 'verified' && inForce.length === 0 && <Tag>{t('parties.accounts.replaced')}</Tag>}
      <TestState account={account} />
      {decidedAt && (
        <div>
          <Typography.Text type="secondary">
            <InstantText at={decidedAt} />
            {reason && ` · ${reason}`}
          </Typography.Text>
        </div>
      )}
    </div>
  );
}
