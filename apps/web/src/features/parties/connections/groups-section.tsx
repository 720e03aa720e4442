// Groups of connected clients that the reader may know of: of one organisation, or all.
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useConnectionTexts } from './texts';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { GroupForm } from './group-form';
import { MembershipForm } from './membership-form';

type Group = View<'GroupView'>;

interface GroupsSectionProps {
  /** Left out: every group that the reader sees. */
  readonly organisationId?: string;
  readonly mayState: boolean;
}

export function GroupsSection({ organisationId, mayState }: GroupsSectionProps) {
  const t = useConnectionTexts();
  const [stating, setStating] = useState(false);
  const [changing, setChanging] = useState<Group | null>(null);
  const pages = usePages(['groups', organisationId ?? 'all'], (query) =>
    take(
      api.GET('/api/connected-groups', {
        params: { query: { ...query, ...(organisationId && { organisationId }) } },
      }),
    ),
  );
  const state = mayState && <Button onClick={() => setStating(true)}>{t('state')}</Button>;
  return (
    <Section title={t('groups')} about={t('groupsAbout')}>
      <List
        pages={pages}
        columns={useColumns(setChanging)}
        rowKey={({ id }) => id}
        empty={{ text: t('groupsEmpty') }}
      />
      <div style={{ marginTop: 12 }}>{state}</div>
      {stating && <GroupForm onClose={() => setStating(false)} />}
      {changing && <MembershipForm group={changing} onClose={() => setChanging(null)} />}
    </Section>
  );
}

function useColumns(onChange: (group: Group) => void): Column<Group>[] {
  const t = useConnectionTexts();
  return [
    {
      key: 'name',
      title: t('name'),
      render: ({ name, forAll }) => (
        <>
          <strong data-given>{name}</strong>{' '}
          <Tag color={forAll ? 'blue' : undefined}>{t(forAll ? 'forAll' : 'own')}</Tag>
        </>
      ),
    },
    {
      key: 'reason',
      title: t('reason'),
      render: ({ reason, source }) => (
        <>
          {t(`reasons.${reason}`)}
          <div className="muted" data-given>
            {source}
          </div>
        </>
      ),
    },
    {
      key: 'members',
      title: t('members'),
      render: ({ members }) =>
        members.length === 0
          ? '—'
          : members.map(({ organisationId, legalName }) => <div key={organisationId}>{legalName}</div>),
    },
    {
      key: 'deeds',
      title: '',
      render: (group) =>
        group.actions.includes('record') && (
          <Button type="link" size="small" onClick={() => onChange(group)}>
            {t('record')}
          </Button>
        ),
    },
  ];
}
