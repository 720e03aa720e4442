// One organisation with all that is recorded of it: numbers, names, what held when, and whom it trades with.
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Descriptions, Spin, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay, useSession } from '../../../app/session';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { DateText, InstantText } from '../../../ui/text/date-text';
import { CapabilityTags } from '../capability-tags';
import { OrganisationContacts } from '../organisation-contacts';
import { GroupsSection } from '../connections/groups-section';
import { MandatesSection } from '../connections/mandates-section';
import { FactForm } from './fact-form';
import { FactsSection } from './facts-section';
import { RelationsSection } from './relations-section';
import { RenameForm } from './rename-form';

type Deed = 'contacts' | 'rename' | 'fact';

export function OrganisationPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const { id = '' } = useParams({ strict: false });
  const [doing, setDoing] = useState<Deed | null>(null);
  const path = { params: { path: { id } } };
  const { data, error, refetch } = useQuery({
    queryKey: ['organisations', 'one', id],
    queryFn: () => take(api.GET('/api/organisations/{id}', path)),
  });
  const facts = useQuery({
    queryKey: ['facts', id],
    queryFn: () => take(api.GET('/api/organisations/{id}/facts', path)),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  const own = session?.organisation.id === id;
  return (
    <Page
      title={data.legalName}
      deeds={<Deeds actions={[...data.actions, ...(facts.data?.actions ?? [])]} onDo={setDoing} />}
    >
      <Card size="small">
        <Basics organisation={data} />
      </Card>
      <Section title={t('profile.facts')} about={t('profile.factsAbout')}>
        <ProblemBox error={facts.error} />
        {facts.data && <FactsSection facts={facts.data} />}
      </Section>
      <Connections id={id} own={own} />
      <Doing doing={doing} organisation={data} onClose={() => setDoing(null)} />
    </Page>
  );
}

/** With whom it trades, who acts for it, and with whom it stands or falls. */
function Connections({ id, own }: { readonly id: string; readonly own: boolean }) {
  const may = useMay();
  const describes = may('organisation.describe');
  return (
    <>
      {(own || describes) && may('relation.read') && (
        <RelationsSection organisationId={id} mayAgree={own && may('relation.agree')} />
      )}
      {(own || describes) && may('mandate.read') && (
        <MandatesSection organisationId={id} mayGive={own && may('mandate.agree')} />
      )}
      {may('group.read') && (
        <GroupsSection mayState={own && may('group.state')} {...(!own && { organisationId: id })} />
      )}
    </>
  );
}

interface DeedsProps {
  readonly actions: readonly string[];
  readonly onDo: (deed: Deed) => void;
}

function Deeds({ actions, onDo }: DeedsProps) {
  const { t } = useTranslation();
  return (
    <>
      <Button onClick={() => onDo('contacts')}>{t('parties.contacts')}</Button>
      {actions.includes('rename') && <Button onClick={() => onDo('rename')}>{t('profile.rename')}</Button>}
      {actions.includes('record') && (
        <Button type="primary" onClick={() => onDo('fact')}>
          {t('profile.record')}
        </Button>
      )}
    </>
  );
}

interface DoingProps {
  readonly doing: Deed | null;
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

function Doing({ doing, organisation, onClose }: DoingProps) {
  if (doing === 'contacts') return <OrganisationContacts organisation={organisation} onClose={onClose} />;
  if (doing === 'rename') return <RenameForm organisation={organisation} onClose={onClose} />;
  return doing === 'fact' && <FactForm id={organisation.id} onClose={onClose} />;
}

function Basics({ organisation }: { readonly organisation: View<'OrganisationView'> }) {
  const { t } = useTranslation();
  const { identifiers, capabilities, status, onboardedAt, formerNames } = organisation;
  const items = [
    {
      key: 'identifiers',
      label: t('parties.identifiers'),
      children: identifiers.map(({ scheme, value }) => (
        <div key={`${scheme}${value}`} className="hash" title={t(`parties.schemes.${scheme}`)}>
          {scheme} {value}
        </div>
      )),
    },
    { key: 'as', label: t('parties.capabilities'), children: <CapabilityTags list={capabilities} /> },
    {
      key: 'state',
      label: t('common.state'),
      children: <Tag color={status === 'active' ? 'green' : 'red'}>{t(`parties.status.${status}`)}</Tag>,
    },
    { key: 'since', label: t('parties.since'), children: <InstantText at={onboardedAt} /> },
    {
      key: 'names',
      label: t('profile.formerNames'),
      children:
        formerNames.length === 0
          ? '—'
          : formerNames.map(({ legalName, changedOn }) => (
              <div key={`${legalName}${changedOn}`}>
                {legalName} · {t('profile.until')} <DateText date={changedOn} />
              </div>
            )),
    },
  ];
  return <Descriptions size="small" column={{ xs: 1, md: 2 }} items={items} />;
}
