// What happened to a deal, each step with its time: accepted, registered, notified; and what comes next.
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card, Timeline } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { InstantText } from '../../../ui/text/date-text';

type Deal = View<'DealView'>;
interface Step {
  readonly key: string;
  readonly colour: 'green' | 'blue' | 'gray';
  readonly what: ReactNode;
  readonly when: ReactNode;
}

export function DealTimeline({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const steps: Step[] = [
    {
      key: 'accepted',
      colour: 'green',
      what: t('factoring.stepAccepted'),
      when: <InstantText at={deal.acceptedAt} seconds />,
    },
    {
      key: 'registered',
      colour: 'green',
      what: t('factoring.stepRegistered'),
      when: <Registered id={deal.filingId} number={deal.filingNumber} />,
    },
    ...deal.notices.map(({ id, debtorName: name, arrivedAt, issuedAt }): Step => ({
      key: id,
      colour: arrivedAt ? 'green' : 'blue',
      what: arrivedAt ? t('factoring.stepNotified', { name }) : t('factoring.stepIssued', { name }),
      when: <InstantText at={arrivedAt ?? issuedAt} seconds />,
    })),
    ...(deal.state === 'accepted'
      ? [
          {
            key: 'payout',
            colour: 'gray' as const,
            what: t('factoring.stepPayout'),
            when: t('factoring.stepPayoutWaits'),
          },
        ]
      : []),
  ];
  return (
    <Card>
      <Timeline
        style={{ marginBottom: -8 }}
        items={steps.map(({ key, colour, what, when }) => ({
          key,
          color: colour,
          content: (
            <>
              <strong>{what}</strong>
              <div>{when}</div>
            </>
          ),
        }))}
      />
    </Card>
  );
}

/** The time of filing is the registry's; whoever may not read registrations sees the number. */
function Registered({ id, number }: { readonly id: string; readonly number: string }) {
  const may = useMay();
  const readable = may('registration.read');
  const { data } = useQuery({
    queryKey: ['registrations', 'one', id],
    enabled: readable,
    queryFn: () => take(api.GET('/api/registrations/{id}', { params: { path: { id } } })),
  });
  if (!readable) return <span className="figure">{number}</span>;
  return (
    <>
      <Link to="/registrations/$id" params={{ id }} className="figure">
        {number}
      </Link>
      {data && (
        <>
          {' · '}
          <InstantText at={data.filedAt} seconds />
        </>
      )}
    </>
  );
}
