// Requests to leave: an administrator asks, the operator sees what is still open and decides.
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { ProblemBox } from '../../ui/forms/problem';
import { ReasonForm } from '../../ui/forms/reason-form';
import { type Column, List } from '../../ui/list';
import { Section } from '../../ui/section';
import { InstantText } from '../../ui/text/date-text';
import { StateTag } from '../../ui/text/state-tag';

type Request = View<'DepartureView'>;
type Doing = { readonly how: 'ask' } | { readonly how: 'grant' | 'refuse'; readonly request: Request };
const STATE_TAG = {
  open: 'waiting',
  granted: 'accepted',
  refused: 'declined',
  withdrawn: 'withdrawn',
} as const;

export function DeparturesSection() {
  const { t } = useTranslation();
  const mayAsk = useMay()('departure.request');
  const [doing, setDoing] = useState<Doing | null>(null);
  const pages = usePages(['departures'], (query) =>
    take(api.GET('/api/departure-requests', { params: { query } })),
  );
  const withdraw = useDeed({
    call: ({ id }: Request, header) =>
      take(api.POST('/api/departure-requests/{id}/withdrawal', { params: { header, path: { id } } })),
    touches: ['departures'],
    done: t('parties.changed'),
  });
  const isOpen = pages.items.some(({ state }) => state === 'open');
  return (
    <Section title={t('departure.title')} about={t('departure.about')}>
      <ProblemBox error={withdraw.error} />
      <List
        pages={pages}
        columns={useColumns(setDoing, (request) => withdraw.mutate(request))}
        rowKey={({ id }) => id}
        empty={{ text: t('departure.empty') }}
      />
      {mayAsk && !isOpen && (
        <Button danger style={{ marginTop: 12 }} onClick={() => setDoing({ how: 'ask' })}>
          {t('departure.ask')}
        </Button>
      )}
      {doing && <DepartureForm doing={doing} onClose={() => setDoing(null)} />}
    </Section>
  );
}

function DepartureForm({ doing, onClose }: { readonly doing: Doing; readonly onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      title={t(`departure.${doing.how}Title`)}
      yes={t(`departure.${doing.how}`)}
      consequence={t(`departure.${doing.how}Consequence`)}
      touches={['departures', 'organisations']}
      act={async ({ reason }, header): Promise<unknown> => {
        if (doing.how === 'ask')
          return take(api.POST('/api/departure-requests', { body: { reason }, params: { header } }));
        const params = { header, path: { id: doing.request.id } };
        const decision = doing.how === 'grant' ? 'granted' : 'refused';
        return take(
          api.POST('/api/departure-requests/{id}/decision', { body: { decision, answer: reason }, params }),
        );
      }}
      onClose={onClose}
    />
  );
}

function useColumns(onDo: (doing: Doing) => void, onWithdraw: (request: Request) => void): Column<Request>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'who',
      title: t('parties.name'),
      render: ({ organisationName, reason }) => (
        <>
          <strong>{organisationName}</strong>
          <div data-given>{reason}</div>
        </>
      ),
    },
    { key: 'at', title: t('departure.at'), render: ({ requestedAt }) => <InstantText at={requestedAt} /> },
    {
      key: 'obstacles',
      title: t('departure.obstacles'),
      render: ({ obstacles, state }) =>
        obstacles.length === 0
          ? state === 'open' && t('departure.nothingOpen')
          : obstacles.map(({ what, count }) => (
              <div key={what}>{t(`departure.obstacle.${what}`, { count })}</div>
            )),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state, answer }) => (
        <>
          <StateTag state={STATE_TAG[state]}>{t(`departure.states.${state}`)}</StateTag>
          {answer && <div data-given>{answer}</div>}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (request) => [
        request.actions.includes('withdraw') && (
          <Button key="withdraw" type="link" size="small" onClick={() => onWithdraw(request)}>
            {t('departure.withdraw')}
          </Button>
        ),
        ...(['grant', 'refuse'] as const)
          .filter((how) => request.actions.includes(how))
          .map((how) => (
            <Button key={how} type="link" size="small" danger onClick={() => onDo({ how, request })}>
              {t(`departure.${how}`)}
            </Button>
          )),
      ],
    },
  ];
}
