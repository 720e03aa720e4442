// The operator's work list of who asks to join.
import { Button, Flex, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useFilters } from '../../ui/filters';
import { ProblemBox } from '../../ui/forms/problem';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { StateFilter } from '../../ui/state-filter';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';
import { CapabilityTags } from '../parties/capability-tags';
import { ApplicationDecisionForm } from './application-decision-form';
import { CheckForm } from './check-form';

type Application = View<'ApplicationView'>;
interface Work {
  readonly application: Application;
  readonly form: 'check' | 'decide';
}

const STATES = ['submitted', 'accepted', 'refused'] as const;

export function ApplicationsPage() {
  const { t } = useTranslation();
  const [filters, change] = useFilters(['state']);
  const [work, setWork] = useState<Work | null>(null);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['applications', state], (page) =>
    take(api.GET('/api/applications', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  const ask = useDeed({
    call: (id: string, header) =>
      take(api.POST('/api/applications/{id}/register-lookup', { params: { header, path: { id } } })),
    touches: ['applications'],
  });
  const close = () => setWork(null);
  return (
    <Page title={t('joining.applications')} about={t('joining.applicationsAbout')}>
      <StateFilter
        value={state}
        options={STATES.map((value) => ({ value, label: t(`joining.state.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <ProblemBox error={ask.error} />
      <List
        pages={pages}
        columns={useColumns(setWork, ask.mutate)}
        rowKey={({ id }) => id}
        empty={{ text: t('joining.applicationsEmpty') }}
      />
      {work?.form === 'check' && <CheckForm application={work.application} onClose={close} />}
      {work?.form === 'decide' && <ApplicationDecisionForm application={work.application} onClose={close} />}
    </Page>
  );
}

function useColumns(onWork: (work: Work) => void, onAsk: (id: string) => void): Column<Application>[] {
  const { t } = useTranslation();
  return [
    { key: 'applicant', title: t('joining.applicant'), render: (one) => <Applicant application={one} /> },
    {
      key: 'asks',
      title: t('joining.asks'),
      render: ({ capabilities }) => <CapabilityTags list={capabilities} />,
    },
    {
      key: 'submittedAt',
      title: t('joining.submittedAt'),
      render: ({ submittedAt }) => <InstantText at={submittedAt} />,
    },
    { key: 'checks', title: t('joining.checks'), render: (one) => <Checks application={one} /> },
    {
      key: 'deeds',
      title: '',
      render: (application) =>
        application.actions.includes('check') && (
          <Flex gap={4} wrap>
            {application.openChecks.includes('register') && (
              <Button size="small" onClick={() => onAsk(application.id)}>
                {t('joining.askRegister')}
              </Button>
            )}
            <Button size="small" onClick={() => onWork({ application, form: 'check' })}>
              {t('joining.writeCheck')}
            </Button>
            <Button size="small" type="primary" onClick={() => onWork({ application, form: 'decide' })}>
              {t('joining.decide')}
            </Button>
          </Flex>
        ),
    },
  ];
}

function Applicant({ application }: { readonly application: Application }) {
  const { t } = useTranslation();
  const { kind, legalName, identifiers, contact, documents } = application;
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <strong>{legalName}</strong> · {t(`joining.kinds.${kind}`)}
      {identifiers.map(({ scheme, value }) => (
        <div key={`${scheme}${value}`} className="hash" title={t(`parties.schemes.${scheme}`)}>
          {value}
        </div>
      ))}
      <Typography.Text type="secondary">
        {contact.name} · {contact.email} · {contact.phone}
      </Typography.Text>
      {documents.map(({ kind: document, name, sha256 }) => (
        <div key={sha256}>
          {t(`joining.documentKinds.${document}`)}: {name} <span className="hash">{sha256.slice(0, 16)}</span>
        </div>
      ))}
    </div>
  );
}

function Checks({
  application: { state, checks, openChecks, reason },
}: {
  readonly application: Application;
}) {
  const { t } = useTranslation();
  const open = openChecks.map((one) => t(`joining.check.${one}`)).join(' · ');
  return (
    <div style={{ whiteSpace: 'normal' }}>
      <StateTag state={state === 'submitted' ? 'awaiting_check' : state}>
        {t(`joining.state.${state}`)}
      </StateTag>
      {open && <div>{t('joining.open', { checks: open })}</div>}
      {checks.map(({ kind, outcome, note, checkedAt }) => (
        <div key={checkedAt + kind}>
          {t(`joining.check.${kind}`)}: {t(`joining.outcome.${outcome}`)} · <span data-given>{note}</span>
        </div>
      ))}
      {reason && <Typography.Text type="secondary">{reason}</Typography.Text>}
    </div>
  );
}
