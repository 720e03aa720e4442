// Every role with what it permits, from the table that decides.
import { Flex, Spin, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { usePermissionWords, useRoleTable } from './role-table';

export function RolesPage() {
  const { t } = useTranslation();
  const { data, error, refetch } = useRoleTable();
  const words = usePermissionWords();
  return (
    <Page title={t('people.rolesTitle')} about={t('people.rolesAbout')}>
      {error && <ProblemBox error={error} onRetry={refetch} />}
      {!data && !error && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {data?.items.map(({ role, heldBy, sees, permissions }) => (
        <Section
          key={role}
          title={t(`identity.role.${role}`)}
          about={`${t('people.heldBy')}: ${heldBy
            .map((one) => t(`parties.capability.${one as 'bank'}`))
            .join(' · ')} — ${t('people.sees')}: ${t(sees === 'all' ? 'people.seesAll' : 'people.seesOwn')}`}
        >
          <Flex gap={4} wrap aria-label={t('people.permitted')}>
            {permissions.map((one) => (
              <Tag key={one} title={one}>
                {words(one)}
              </Tag>
            ))}
          </Flex>
        </Section>
      ))}
    </Page>
  );
}
