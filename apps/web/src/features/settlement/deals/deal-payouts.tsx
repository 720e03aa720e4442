// The payouts of one deal, and the deeds that begin one.
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { moneyText } from '../../../ui/text/money-text';
import { usePayoutColumns } from '../payouts/payout-columns';
import { useDealStatement } from './deal-statements';

type Deal = View<'DealView'>;
type Kind = View<'PayoutBody'>['kind'];

const KINDS = ['advance', 'surplus'] as const satisfies readonly Kind[];

/** The payouts of a deal, as the timeline and this section ask for them. */
export const useDealPayouts = (dealId: string, enabled = true) =>
  usePages(
    ['payouts', 'deal', dealId],
    (page) => take(api.GET('/api/payouts', { params: { query: { ...page, dealId } } })),
    { enabled },
  );

export function DealPayouts({ deal }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const { data: statement } = useDealStatement(deal.id);
  const sums = { advance: deal.netCash, surplus: statement?.sums.surplusOwed };
  return (
    <Section title={t('settlement.ofDeal')}>
      <Flex gap={8} wrap style={{ marginBottom: 12 }} className="no-print">
        {KINDS.map((kind) => {
          const sum = sums[kind];
          if (!sum || !statement?.actions.includes(`instruct_${kind}`)) return null;
          return <InstructButton key={kind} deal={deal} kind={kind} sum={sum} />;
        })}
      </Flex>
      <List
        pages={useDealPayouts(deal.id)}
        columns={usePayoutColumns(false)}
        rowKey={({ id }) => id}
        empty={{ text: t('settlement.ofDealEmpty') }}
      />
    </Section>
  );
}

interface InstructButtonProps {
  readonly deal: Deal;
  readonly kind: Kind;
  readonly sum: Deal['netCash'];
}

function InstructButton({ deal: { id: dealId, supplierName: name }, kind, sum }: InstructButtonProps) {
  const { t, i18n } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const instruct = useDeed({
    call: (body: View<'PayoutBody'>, header) => take(api.POST('/api/payouts', { body, params: { header } })),
    touches: ['payouts', 'deals'],
    done: t('settlement.instructed'),
  });
  const confirm = async () => {
    const sure = await ask({
      title: t(`settlement.instructTitle.${kind}`, { sum: moneyText(sum, i18n.language), name }),
      consequence: t('settlement.instructConsequence'),
      yes: t('settlement.instructYes'),
    });
    if (sure) instruct.mutate({ dealId, kind }, { onError: showProblem });
  };
  return (
    <Button type="primary" loading={instruct.isPending} onClick={() => void confirm()}>
      {t(`settlement.instruct.${kind}`)}
    </Button>
  );
}
