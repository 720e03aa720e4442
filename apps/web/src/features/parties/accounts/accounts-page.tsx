// Bank accounts: an organisation sees and proposes its own; the operator sees what awaits verification, wherever it comes
// from, or all accounts of one organisation.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay, useSession } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { OrganisationSelect } from '../organisation-select';
import { type Doing, useAccountColumns } from './account-columns';
import { AnswerForm, LockForm, TestForm } from './account-deeds';
import { AccountForm } from './account-form';
import { type Deciding, DecisionForm } from './decision-form';

const DEED_FORMS = { test: TestForm, answer: AnswerForm, lock: LockForm };

export function AccountsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: session } = useSession();
  const [filters, change] = useFilters(['organisationId']);
  const [proposing, setProposing] = useState(false);
  const [deciding, decide] = useState<Deciding | null>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const operator = may('account.verify');
  const id = (operator ? filters.organisationId : session?.organisation.id) ?? '';
  const pages = useAccounts(id, operator);
  const columns = useAccountColumns(decide, setDoing, operator);
  const propose = may('account.propose') && (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
      {t('parties.accounts.propose')}
    </Button>
  );
  return (
    <Page
      title={t('parties.accounts.title')}
      about={t(operator ? 'parties.accounts.operatorAbout' : 'parties.accounts.about')}
      deeds={propose}
    >
      {operator && (
        <Flex style={{ marginBottom: 16, maxWidth: 420 }} vertical gap={4}>
          <label htmlFor="whose">{t('parties.accounts.whose')}</label>
          <Flex gap={8}>
            <OrganisationSelect
              id="whose"
              {...(id && { value: id })}
              placeholder={t('parties.accounts.choose')}
              onChange={(organisationId) => change({ organisationId })}
            />
            {id && (
              <Button onClick={() => change({ organisationId: '' })}>{t('parties.accounts.queue')}</Button>
            )}
          </Flex>
        </Flex>
      )}
      <List pages={pages} columns={columns} rowKey={(account) => account.id} empty={useEmpty(id, propose)} />
      {proposing && <AccountForm organisationId={id} onClose={() => setProposing(false)} />}
      {doing && <AccountDeedForm {...doing} onClose={() => setDoing(null)} />}
      {deciding && <DecisionForm {...deciding} onClose={() => decide(null)} />}
    </Page>
  );
}

function AccountDeedForm({ account, deed, onClose }: Doing & { readonly onClose: () => void }) {
  const Form = DEED_FORMS[deed];
  return <Form account={account} onClose={onClose} />;
}

/** Of one organisation; of none in particular, for the operator: what awaits verification. */
function useAccounts(id: string, operator: boolean) {
  return usePages(
    ['accounts', id],
    (query) =>
      id === ''
        ? take(api.GET('/api/accounts', { params: { query: { ...query, state: 'proposed' } } }))
        : take(api.GET('/api/organisations/{id}/accounts', { params: { path: { id }, query } })),
    { enabled: operator || id !== '' },
  );
}

function useEmpty(id: string, deed: ReactNode) {
  const { t } = useTranslation();
  if (id === '') return { text: t('parties.accounts.queueEmpty') };
  return { text: `${t('parties.accounts.empty')} ${t('parties.accounts.emptyFix')}`, deed };
}
