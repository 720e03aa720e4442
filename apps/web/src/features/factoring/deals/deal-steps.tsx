// The steps of a deal's timeline, from its own view, its payouts and its statement.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useMay } from '../../../app/session';
import { dayText, InstantText } from '../../../ui/text/date-text';
import { moneyText } from '../../../ui/text/money-text';
import { PayoutState } from '../../settlement/payouts/payout-state';

type Deal = View<'DealView'>;
type Payout = View<'PayoutView'>;
type Statement = View<'DealStatementView'>;
type Line = Statement['lines'][number];

export interface Step {
  readonly key: string;
  readonly colour: 'green' | 'blue' | 'red' | 'gray';
  readonly what: ReactNode;
  readonly when: ReactNode;
}

interface DatedStep {
  readonly at: string;
  readonly step: Step;
}

/** Accepted, registered, notified, and what was recorded of the title. */
export function useBeginning(deal: Deal): Step[] {
  const { t } = useTranslation();
  const { statutoryNumber, statutoryAt, waivedAt } = deal.title;
  const done = (key: string, what: ReactNode, when: ReactNode): Step => ({
    key,
    colour: 'green',
    what,
    when,
  });
  return [
    done('accepted', t('factoring.stepAccepted'), <InstantText at={deal.acceptedAt} seconds />),
    done('registered', t('factoring.stepRegistered'), <Registered deal={deal} />),
    ...deal.notices.map(({ id, debtorName: name, arrivedAt, issuedAt }): Step => ({
      key: id,
      colour: arrivedAt ? 'green' : 'blue',
      what: arrivedAt ? t('factoring.stepNotified', { name }) : t('factoring.stepIssued', { name }),
      when: <InstantText at={arrivedAt ?? issuedAt} seconds />,
    })),
    ...(statutoryAt
      ? [
          done(
            'statutory',
            t('factoring.stepStatutory'),
            <>
              <span className="figure">{statutoryNumber}</span> · <InstantText at={statutoryAt} seconds />
            </>,
          ),
        ]
      : []),
    ...(waivedAt ? [done('waived', t('factoring.stepWaived'), <InstantText at={waivedAt} seconds />)] : []),
  ];
}

/** Whoever may not read registrations sees number and time without the link. */
function Registered({ deal: { filingId: id, filingNumber, filedAt } }: { readonly deal: Deal }) {
  const may = useMay();
  return (
    <>
      {may('registration.read') ? (
        <Link to="/registrations/$id" params={{ id }} className="figure">
          {filingNumber}
        </Link>
      ) : (
        <span className="figure">{filingNumber}</span>
      )}
      {' · '}
      <InstantText at={filedAt} seconds />
    </>
  );
}

/** Payouts and collections in the order of their times, then the end, or what comes next. */
export function useMoneySteps(
  deal: Deal,
  payouts: readonly Payout[],
  statement: Statement | undefined,
): Step[] {
  const { t, i18n } = useTranslation();
  const lines = statement?.lines ?? [];
  const told: readonly DatedStep[] = [
    ...payouts.map((payout) => ({
      at: payout.endedAt ?? payout.checkedAt ?? payout.instructedAt,
      step: payoutStep(payout, t(`factoring.stepPayout.${payout.kind}`)),
    })),
    ...lines.filter(isArrival).map(({ postingId, bookedAt, amount, code }) => {
      const sum = moneyText(amount, i18n.language);
      const what = t(code === 'collected' ? 'factoring.stepCollected' : 'factoring.stepSurplusOwed', { sum });
      const when = <InstantText at={bookedAt} seconds />;
      return { at: bookedAt, step: { key: `${postingId} ${code}`, colour: 'green' as const, what, when } };
    }),
  ];
  const settled = useSettled(deal, lines);
  const inOrder = [...told, ...settled].sort((a, b) => a.at.localeCompare(b.at)).map(({ step }) => step);
  return [...inOrder, ...useNext(deal, payouts)];
}

const isArrival = ({ code }: Line): boolean => code === 'collected' || code === 'surplus_owed';

const PAYOUT_COLOURS: Readonly<Record<Payout['state'], Step['colour']>> = {
  instructed: 'blue',
  released: 'blue',
  declined: 'red',
  paid: 'green',
  rejected: 'red',
  returned: 'red',
};

function payoutStep(payout: Payout, what: string): Step {
  const { id, state, instructedAt, checkedAt, endedAt } = payout;
  return {
    key: id,
    colour: PAYOUT_COLOURS[state],
    what: (
      <Link to="/payouts/$id" params={{ id }}>
        {what}
      </Link>
    ),
    when: (
      <>
        <PayoutState state={state} /> <InstantText at={endedAt ?? checkedAt ?? instructedAt} seconds />
      </>
    ),
  };
}

const UNDER_WAY: readonly string[] = ['instructed', 'released'];

/** A deal is settled in the transaction of the payment that pays the last of its debts, and its registration ends. */
function useSettled({ state }: Deal, lines: readonly Line[]): DatedStep[] {
  const { t } = useTranslation();
  const last = lines.findLast(({ code }) => code === 'collected');
  if (state !== 'settled' || !last) return [];
  const when = <InstantText at={last.bookedAt} seconds />;
  return [
    { at: last.bookedAt, step: { key: 'settled', colour: 'green', what: t('factoring.stepSettled'), when } },
  ];
}

function useNext({ state, title, items }: Deal, payouts: readonly Payout[]): Step[] {
  const { t, i18n } = useTranslation();
  if (state === 'settled' || payouts.some((payout) => UNDER_WAY.includes(payout.state))) return [];
  if (state !== 'accepted') {
    const [first] = items.map(({ settlesOn }) => settlesOn).sort();
    const when = first && t('factoring.stepCollectBy', { date: dayText(first, i18n.language) });
    return [{ key: 'next', colour: 'gray', what: t('factoring.stepCollect'), when }];
  }
  const waits = title.basis === 'missing' ? 'factoring.stepPayoutTitleMissing' : 'factoring.stepPayoutWaits';
  return [{ key: 'next', colour: 'gray', what: t('factoring.stepPayout.advance'), when: t(waits) }];
}
