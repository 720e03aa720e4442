// The organisation's rule that everybody needs an authenticator, and who still has none.
import { useQuery } from '@tanstack/react-query';
import { App, Flex, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { useSession } from '../../app/session';
import { ProblemBox } from '../../ui/forms/problem';

const MOST = 200;

export function SecondFactorRule() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const { data: session } = useSession();
  const organisationId = session?.organisation.id ?? '';
  const people = useQuery({
    queryKey: ['users', 'without-authenticator', organisationId],
    queryFn: () => take(api.GET('/api/users', { params: { query: { organisationId, limit: MOST } } })),
  });
  const set = useDeed({
    call: (body: View<'SecondFactorRuleBody'>, header) =>
      take(api.POST('/api/users/second-factor-rule', { body, params: { header } })),
    touches: ['session', 'users'],
    done: t('people.ruleSet'),
  });
  if (!session) return null;
  const missing = (people.data?.items ?? []).filter((one) => one.status === 'active' && !one.secondFactor);
  const names = missing.map(({ name }) => name).join(', ');
  const change = (required: boolean) =>
    modal.confirm({
      title: t(required ? 'people.ruleOn' : 'people.ruleOff'),
      content: t('people.ruleAbout'),
      okText: t('common.save'),
      onOk: () => set.mutate({ required }),
    });
  return (
    <div className="panel" style={{ padding: 16, marginBottom: 16 }}>
      <Flex gap={12} align="center" wrap>
        <Switch
          checked={session.secondFactor.ofOrganisation}
          loading={set.isPending}
          aria-label={t('people.rule')}
          onChange={change}
        />
        <strong>{t('people.rule')}</strong>
      </Flex>
      <p className="muted" style={{ marginBottom: 0 }}>
        {missing.length > 0 ? t('people.ruleMissing', { names }) : t('people.ruleAll')}
      </p>
      <ProblemBox error={set.error ?? people.error} />
    </div>
  );
}
