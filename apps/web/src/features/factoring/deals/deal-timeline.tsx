// What happened to a deal, each step with its time: accepted, registered, notified, paid out, collected, settled; and
// what comes next.
import { Card, Timeline } from 'antd';
import type { View } from '../../../api/client';
import { useDealPayouts } from '../../settlement/deals/deal-payouts';
import { useDealStatement } from '../../settlement/deals/deal-statements';
import { useMay } from '../../../app/session';
import { useBeginning, useMoneySteps } from './deal-steps';

export function DealTimeline({ deal }: { readonly deal: View<'DealView'> }) {
  const may = useMay();
  const { items: payouts } = useDealPayouts(deal.id, may('payout.read'));
  const { data: statement } = useDealStatement(deal.id, may('statement.read'));
  const steps = [...useBeginning(deal), ...useMoneySteps(deal, payouts, statement)];
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
