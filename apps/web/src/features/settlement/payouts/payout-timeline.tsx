// The course of a payout: instructed, released or declined, and what the bank made of it.
import { Timeline, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useSession } from '../../../app/session';
import { dayText, InstantText } from '../../../ui/text/date-text';

type Payout = View<'PayoutView'>;
interface Step {
  readonly key: string;
  readonly color: 'green' | 'blue' | 'red' | 'gray';
  readonly what: string;
  readonly when: ReactNode;
}

const BANK_STEPS = { paid: 'stepPaid', rejected: 'stepRejected', returned: 'stepReturned' } as const;

export function PayoutTimeline({ payout }: { readonly payout: Payout }) {
  return (
    <Timeline
      style={{ marginBottom: -8 }}
      items={useSteps(payout).map(({ key, color, what, when }) => ({
        key,
        color,
        content: (
          <>
            <strong>{what}</strong>
            <div>{when}</div>
          </>
        ),
      }))}
    />
  );
}

function useSteps(payout: Payout): Step[] {
  const { t, i18n } = useTranslation();
  const { state, instructedAt, instructedBy, checkedAt, checkedBy, endedAt, paidOn, reason, financierId } =
    payout;
  const handing = useHanding(payout);
  const steps: Step[] = [
    {
      key: 'instructed',
      color: 'green',
      what: t('settlement.stepInstructed'),
      when: <By at={instructedAt} userId={instructedBy} financierId={financierId} />,
    },
  ];
  if (state === 'instructed')
    return [
      ...steps,
      {
        key: 'next',
        color: 'gray',
        what: t('settlement.stepReleased'),
        when: t('settlement.waitsForSecond'),
      },
    ];
  const declined = state === 'declined';
  steps.push({
    key: 'checked',
    color: declined ? 'red' : 'green',
    what: t(declined ? 'settlement.stepDeclined' : 'settlement.stepReleased'),
    when: (
      <>
        <By at={checkedAt} userId={checkedBy} financierId={financierId} />
        {declined && reason && <div>{t('settlement.why', { reason })}</div>}
      </>
    ),
  });
  if (declined) return steps;
  steps.push(...handing);
  if (state === 'released') return steps;
  const date = paidOn && dayText(paidOn, i18n.language);
  const bank: Step = {
    key: 'bank',
    color: state === 'paid' ? 'green' : 'red',
    what: t(`settlement.${BANK_STEPS[state]}`),
    when: (
      <>
        <InstantText at={endedAt} seconds />
        {date && ` · ${t('settlement.valueOn', { date })}`}
        {reason && <div>{t('settlement.why', { reason })}</div>}
      </>
    ),
  };
  return [...steps, bank];
}

/** How it gets to the bank; while the bank has not answered, also what is waited for. */
function useHanding({ state, submission, submittedAt }: Payout): Step[] {
  const { t } = useTranslation();
  const handed: Step = {
    key: 'handed',
    color: submission === 'done' ? 'green' : 'gray',
    what: t(`settlement.submission.${submission}`),
    when: submittedAt ? (
      <InstantText at={submittedAt} seconds />
    ) : (
      t(`settlement.submissionNext.${submission}`)
    ),
  };
  if (state !== 'released') return submission === 'done' ? [handed] : [];
  const when = t(submission === 'by_hand' ? 'settlement.waitsForBank' : 'settlement.waitsForLine');
  return [handed, { key: 'next', color: 'gray', what: t('settlement.stepPaid'), when }];
}

interface ByProps {
  readonly at: string | null;
  readonly userId: string | null;
  readonly financierId: string;
}

/** Which of the two persons it was matters to the financier's people alone. */
function By({ at, userId, financierId }: ByProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const own = userId === session?.user.id;
  const among = session?.organisation.id === financierId;
  return (
    <>
      <InstantText at={at} seconds />{' '}
      {among && (
        <Typography.Text type="secondary">
          {t(own ? 'settlement.byYou' : 'settlement.byColleague')}
        </Typography.Text>
      )}
    </>
  );
}
