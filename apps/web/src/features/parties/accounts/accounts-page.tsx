// Bank accounts: an organisation sees and proposes its own; the operator chooses one and verifies what it proposed.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay, useSession } from '../../../app/session';
import { Empty } from '../../../ui/empty';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { OrganisationSelect } from '../organisation-select';
import { useAccountColumns } from './account-columns';
import { AccountForm } from './account-form';
import { type Deciding, DecisionForm } from './decision-form';

export function AccountsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { data: session } = useSession();
  const [filters, change] = useFilters(['organisationId']);
  const [proposing, setProposing] = useState(false);
  const [deciding, decide] = useState<Deciding | null>(null);
  const operator = may('account.verify');
  const id = (operator ? filters.organisationId : session?.organisation.id) ?? '';
  const pages = usePages(
    ['accounts', id],
    (query) => take(api.GET('/api/organisations/{id}/accounts', { params: { path: { id }, query } })),
    id !== '',
  );
  const columns = useAccountColumns(decide);
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
          <OrganisationSelect
            id="whose"
            {...(id && { value: id })}
            onChange={(organisationId) => change({ organisationId })}
          />
        </Flex>
      )}
      {id === '' ? (
        <Empty text={t('parties.accounts.choose')} />
      ) : (
        <List
          pages={pages}
          columns={columns}
          rowKey={(account) => account.id}
          empty={{
            text: (
              <>
                {t('parties.accounts.empty')} {t('parties.accounts.emptyFix')}
              </>
            ),
            deed: propose,
          }}
        />
      )}
      {proposing && <AccountForm organisationId={id} onClose={() => setProposing(false)} />}
      {deciding && <DecisionForm {...deciding} onClose={() => decide(null)} />}
    </Page>
  );
}
