// Whom the reader's organisation trades with: it states a relation, or answers what a partner stated.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { ReasonForm } from '../../../ui/forms/reason-form';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { DateText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { RelationForm } from './relation-form';

type Relation = View<'RelationView'>;

interface RelationsSectionProps {
  /** Whose; the operator looks at others. */
  readonly organisationId: string;
  readonly mayAgree: boolean;
}

export function RelationsSection({ organisationId, mayAgree }: RelationsSectionProps) {
  const { t } = useTranslation();
  const [proposing, setProposing] = useState(false);
  const [declining, setDeclining] = useState<Relation | null>(null);
  const pages = usePages(['relations', organisationId], (query) =>
    take(api.GET('/api/trading-relations', { params: { query: { ...query, organisationId } } })),
  );
  const confirm = useDeed({
    call: ({ id }: Relation, header) =>
      take(
        api.POST('/api/trading-relations/{id}/decision', {
          body: { decision: 'confirmed' },
          params: { header, path: { id } },
        }),
      ),
    touches: ['relations'],
    done: t('parties.changed'),
  });
  const propose = mayAgree && <Button onClick={() => setProposing(true)}>{t('profile.propose')}</Button>;
  return (
    <Section title={t('profile.relations')} about={t('profile.relationsAbout')}>
      <ProblemBox error={confirm.error} />
      <List
        pages={pages}
        columns={useColumns((relation) => confirm.mutate(relation), setDeclining)}
        rowKey={({ id }) => id}
        empty={{ text: t('profile.relationsEmpty') }}
      />
      <div style={{ marginTop: 12 }}>{propose}</div>
      {proposing && <RelationForm onClose={() => setProposing(false)} />}
      {declining && (
        <ReasonForm
          title={t('profile.declineTitle', { number: declining.contractNumber })}
          yes={t('profile.decline')}
          consequence={t('profile.declineConsequence')}
          touches={['relations']}
          act={({ reason }, header) =>
            take(
              api.POST('/api/trading-relations/{id}/decision', {
                body: { decision: 'declined', reason },
                params: { header, path: { id: declining.id } },
              }),
            )
          }
          onClose={() => setDeclining(null)}
        />
      )}
    </Section>
  );
}

function useColumns(
  onConfirm: (relation: Relation) => void,
  onDecline: (relation: Relation) => void,
): Column<Relation>[] {
  const { t } = useTranslation();
  const size = (value: Relation['supplierSize']) => (value ? t(`profile.sizes.${value}`) : '—');
  return [
    {
      key: 'sides',
      title: t('profile.sides'),
      render: ({ supplierName, debtorName }) => (
        <>
          {supplierName} → <strong>{debtorName}</strong>
        </>
      ),
    },
    { key: 'contract', title: t('profile.contract'), render: ({ contractNumber }) => contractNumber },
    { key: 'signed', title: t('profile.signedOn'), render: ({ signedOn }) => <DateText date={signedOn} /> },
    {
      key: 'terms',
      title: t('profile.terms'),
      render: ({ paymentTermDays, noAssignmentClause }) => (
        <>
          {t('profile.days', { days: paymentTermDays })}
          {noAssignmentClause && <div>{t('profile.noAssignment')}</div>}
        </>
      ),
    },
    {
      key: 'sizes',
      title: t('profile.sizesAtSigning'),
      render: ({ supplierSize, debtorSize }) => `${size(supplierSize)} / ${size(debtorSize)}`,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, reason }) => (
        <>
          <StateTag state={state === 'proposed' ? 'waiting' : state}>{t(`profile.states.${state}`)}</StateTag>
          {reason && <div data-given>{reason}</div>}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (relation) => (
        <>
          {relation.actions.includes('confirm') && (
            <Button type="link" size="small" onClick={() => onConfirm(relation)}>
              {t('profile.confirm')}
            </Button>
          )}
          {relation.actions.includes('decline') && (
            <Button type="link" size="small" danger onClick={() => onDecline(relation)}>
              {t('profile.decline')}
            </Button>
          )}
        </>
      ),
    },
  ];
}
