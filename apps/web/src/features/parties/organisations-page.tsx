// Organisations in the reader's scope: everybody sees their own, the operator all.
import { PlusOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button, Flex, Input, Tag } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { Choice } from '../../ui/choice';
import { InstantText } from '../../ui/text/date-text';
import { useFilters } from '../../ui/filters';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { capabilities, CapabilityTags } from './capability-tags';

type Organisation = View<'OrganisationView'>;
interface Doing {
  readonly organisation: Organisation;
  readonly deed: 'status' | 'offboard' | 'contacts';
}

/** Forms are heavy, and this is the first screen of the operator. */
const OnboardingForm = lazy(async () => ({ default: (await import('./onboarding-form')).OnboardingForm }));
const DeparturesSection = lazy(async () => ({
  default: (await import('./departures-section')).DeparturesSection,
}));
const OffboardForm = lazy(async () => ({ default: (await import('./offboard-form')).OffboardForm }));
const OrganisationContacts = lazy(async () => ({
  default: (await import('./organisation-contacts')).OrganisationContacts,
}));
const OrganisationStatusForm = lazy(async () => ({
  default: (await import('./organisation-status-form')).OrganisationStatusForm,
}));

export function OrganisationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [filters, change] = useFilters(['q', 'capability']);
  const [onboarding, setOnboarding] = useState(false);
  const [doing, setDoing] = useState<Doing | null>(null);
  const close = () => setDoing(null);
  const capability = capabilities.find((one) => one === filters.capability);
  const { q } = filters;
  const pages = usePages(['organisations', q, capability], (page) =>
    take(
      api.GET('/api/organisations', {
        params: { query: { ...page, ...(q && { q }), ...(capability && { capability }) } },
      }),
    ),
  );
  const canOnboard = may('organisation.onboard');
  const onboard = (
    <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setOnboarding(true)}>
      {t('parties.onboard')}
    </Button>
  );
  return (
    <Page
      title={t('parties.title')}
      about={t(canOnboard ? 'parties.about' : 'parties.ownAbout')}
      deeds={canOnboard && onboard}
    >
      <Flex gap={8} wrap style={{ marginBottom: 16 }}>
        <Input.Search
          allowClear
          style={{ width: 280 }}
          defaultValue={q}
          placeholder={t('parties.searchHint')}
          onSearch={(text) => change({ q: text.trim() })}
        />
        <Choice
          label={t('parties.capabilities')}
          any={t('parties.anyCapability')}
          value={capability}
          options={capabilities.map((value) => ({ value, label: t(`parties.capability.${value}`) }))}
          onChange={(value) => change({ capability: value })}
        />
      </Flex>
      <List
        pages={pages}
        columns={useColumns(setDoing)}
        rowKey={({ id }) => id}
        empty={{ text: t('parties.empty'), deed: canOnboard && onboard }}
      />
      <Suspense>
        {may('departure.read') && <DeparturesSection />}
        {onboarding && <OnboardingForm onClose={() => setOnboarding(false)} />}
        {doing?.deed === 'status' && (
          <OrganisationStatusForm organisation={doing.organisation} onClose={close} />
        )}
        {doing?.deed === 'offboard' && <OffboardForm organisation={doing.organisation} onClose={close} />}
        {doing?.deed === 'contacts' && (
          <OrganisationContacts organisation={doing.organisation} onClose={close} />
        )}
      </Suspense>
    </Page>
  );
}

function useColumns(onDo: (doing: Doing) => void): Column<Organisation>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'name',
      title: t('parties.name'),
      render: ({ id, legalName, formerNames }) => (
        <>
          <Link to="/organisations/$id" params={{ id }}>
            <strong>{legalName}</strong>
          </Link>
          {formerNames.map((former) => (
            <div key={former.changedOn} className="muted">
              {t('profile.formerly', { name: former.legalName })}
            </div>
          ))}
        </>
      ),
    },
    {
      key: 'identifiers',
      title: t('parties.identifiers'),
      render: ({ identifiers }) =>
        identifiers.map(({ scheme, value }) => (
          <div key={`${scheme}${value}`}>
            <span className="hash" title={t(`parties.schemes.${scheme}`)}>
              {scheme} {value}
            </span>
          </div>
        )),
    },
    {
      key: 'capabilities',
      title: t('parties.capabilities'),
      render: ({ capabilities: list }) => <CapabilityTags list={list} />,
    },
    {
      key: 'status',
      title: t('common.state'),
      render: ({ status }) => (
        <Tag color={status === 'active' ? 'green' : 'red'}>{t(`parties.status.${status}`)}</Tag>
      ),
    },
    {
      key: 'since',
      title: t('parties.since'),
      render: ({ onboardedAt }) => <InstantText at={onboardedAt} />,
    },
    {
      key: 'deeds',
      title: '',
      render: (organisation) => (
        <Flex gap={4} wrap>
          <Button type="link" size="small" onClick={() => onDo({ organisation, deed: 'contacts' })}>
            {t('parties.contacts')}
          </Button>
          {(['suspend', 'reinstate', 'offboard'] as const)
            .filter((one) => organisation.actions.includes(one))
            .map((one) => (
              <Button
                key={one}
                type="link"
                size="small"
                danger={one !== 'reinstate'}
                onClick={() => onDo({ organisation, deed: one === 'offboard' ? 'offboard' : 'status' })}
              >
                {t(`parties.${one}`)}
              </Button>
            ))}
        </Flex>
      ),
    },
  ];
}
