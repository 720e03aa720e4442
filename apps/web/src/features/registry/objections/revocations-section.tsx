// Court orders that were entered: what waits for its second person, and what was decided.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { DateText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { RevocationDecision } from './revocation-decision';
import { useObjectionTexts } from './texts';

type Revocation = View<'RevocationView'>;

export function RevocationsSection() {
  const t = useObjectionTexts();
  const [deciding, decide] = useState<Revocation | null>(null);
  const pages = usePages(['revocations'], (query) =>
    take(api.GET('/api/revocations', { params: { query } })),
  );
  return (
    <Section title={t('revocations')} about={t('revocationsAbout')}>
      <List
        pages={pages}
        columns={useColumns(decide)}
        rowKey={({ id }) => id}
        empty={{ text: t('revocationsEmpty') }}
      />
      {deciding && <RevocationDecision revocation={deciding} onClose={() => decide(null)} />}
    </Section>
  );
}

function useColumns(onDecide: (revocation: Revocation) => void): Column<Revocation>[] {
  const { t: common } = useTranslation();
  const t = useObjectionTexts();
  return [
    {
      key: 'registration',
      title: t('registration'),
      render: ({ filingId, filingNumber }) => (
        <Link to="/registrations/$id" params={{ id: filingId }} className="figure">
          {filingNumber}
        </Link>
      ),
    },
    {
      key: 'order',
      title: t('order'),
      render: ({ court, documentNumber, orderedOn }) => (
        <>
          {court} <strong>{documentNumber}</strong>
          <div>
            <DateText date={orderedOn} />
          </div>
        </>
      ),
    },
    {
      key: 'state',
      title: common('common.state'),
      render: ({ state, decisionReason }) => (
        <>
          <StateTag state={state}>{t(`revocationStates.${state}`)}</StateTag>
          {decisionReason}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (revocation) =>
        revocation.actions.includes('decide') ? (
          <Button type="primary" size="small" onClick={() => onDecide(revocation)}>
            {t('decide')}
          </Button>
        ) : (
          revocation.state === 'waiting' && t('byColleague')
        ),
    },
  ];
}
