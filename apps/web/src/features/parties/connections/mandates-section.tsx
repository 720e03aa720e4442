// For whom the organisation may bring invoices, and who may bring its own: given, answered and ended here.
import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useConnectionTexts } from './texts';
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
import { MandateForm } from './mandate-form';

type Mandate = View<'MandateView'>;
type Stopping = { readonly mandate: Mandate; readonly how: 'decline' | 'end' };

interface MandatesSectionProps {
  /** Whose; the operator looks at others. */
  readonly organisationId: string;
  readonly mayGive: boolean;
}

export function MandatesSection({ organisationId, mayGive }: MandatesSectionProps) {
  const t = useConnectionTexts();
  const { t: common } = useTranslation();
  const [giving, setGiving] = useState(false);
  const [stopping, setStopping] = useState<Stopping | null>(null);
  const pages = usePages(['mandates', organisationId], (query) =>
    take(api.GET('/api/mandates', { params: { query: { ...query, organisationId } } })),
  );
  const accept = useDeed({
    call: ({ id }: Mandate, header) =>
      take(
        api.POST('/api/mandates/{id}/answer', {
          body: { answer: 'accepted' },
          params: { header, path: { id } },
        }),
      ),
    touches: ['mandates'],
    done: common('parties.changed'),
  });
  const give = mayGive && <Button onClick={() => setGiving(true)}>{t('give')}</Button>;
  return (
    <Section title={t('mandates')} about={t('mandatesAbout')}>
      <ProblemBox error={accept.error} />
      <List
        pages={pages}
        columns={useColumns((mandate) => accept.mutate(mandate), setStopping)}
        rowKey={({ id }) => id}
        empty={{ text: t('mandatesEmpty') }}
      />
      <div style={{ marginTop: 12 }}>{give}</div>
      {giving && <MandateForm onClose={() => setGiving(false)} />}
      {stopping && <Stop {...stopping} onClose={() => setStopping(null)} />}
    </Section>
  );
}

function Stop({
  mandate: { id, principalName, agentName },
  how,
  onClose,
}: Stopping & { onClose: () => void }) {
  const t = useConnectionTexts();
  const name = how === 'end' ? agentName : principalName;
  return (
    <ReasonForm
      title={t(`${how}Title`, { name })}
      yes={t(how)}
      consequence={t(`${how}Consequence`)}
      touches={['mandates']}
      act={({ reason }, header) =>
        how === 'end'
          ? take(api.POST('/api/mandates/{id}/end', { body: { reason }, params: { header, path: { id } } }))
          : take(
              api.POST('/api/mandates/{id}/answer', {
                body: { answer: 'declined', reason },
                params: { header, path: { id } },
              }),
            )
      }
      onClose={onClose}
    />
  );
}

function useColumns(
  onAccept: (mandate: Mandate) => void,
  onStop: (stopping: Stopping) => void,
): Column<Mandate>[] {
  const t = useConnectionTexts();
  const { t: common } = useTranslation();
  return [
    {
      key: 'sides',
      title: t('sides'),
      render: ({ principalName, agentName }) => (
        <>
          <strong>{principalName}</strong> → {agentName}
        </>
      ),
    },
    {
      key: 'kinds',
      title: t('kinds'),
      render: ({ kinds }) => kinds.map((kind) => <div key={kind}>{t(`kind.${kind}`)}</div>),
    },
    {
      key: 'days',
      title: t('days'),
      render: ({ validFrom, validTo }) => (
        <>
          <DateText date={validFrom} /> – {validTo === null ? t('open') : <DateText date={validTo} />}
        </>
      ),
    },
    {
      key: 'state',
      title: common('common.state'),
      render: ({ state, isInForce, reason }) => (
        <>
          <StateTag state={STATE_TAG[state]}>{t(`states.${state}`)}</StateTag>
          {isInForce && <Tag color="green">{t('inForce')}</Tag>}
          {reason && <div data-given>{reason}</div>}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (mandate) => (
        <>
          {mandate.actions.includes('accept') && (
            <Button type="link" size="small" onClick={() => onAccept(mandate)}>
              {t('accept')}
            </Button>
          )}
          {(['decline', 'end'] as const)
            .filter((how) => mandate.actions.includes(how))
            .map((how) => (
              <Button key={how} type="link" size="small" danger onClick={() => onStop({ mandate, how })}>
                {t(how)}
              </Button>
            ))}
        </>
      ),
    },
  ];
}

const STATE_TAG = {
  offered: 'waiting',
  accepted: 'confirmed',
  declined: 'declined',
  ended: 'withdrawn',
} as const;
