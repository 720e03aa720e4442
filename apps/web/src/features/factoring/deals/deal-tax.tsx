// What the tax bureau says of the invoices of a deal, and what the financier does about it before it pays out.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { TaxHistory } from '../../receivables/tax/tax-answer';
import { WaiveTaxForm } from './waive-tax-form';

type DealTaxShown = View<'DealTaxView'>;

const LOOKS = { checked: 'success', not_checked: 'info', waived: 'warning', missing: 'warning' } as const;
/** An answer that is awaited is looked for again. */
const LOOK_AGAIN_MS = 2000;

const awaits = (shown: DealTaxShown | undefined): boolean =>
  shown?.items.some(({ checks }) => checks.some(({ result }) => !result)) ?? false;

export function DealTax({ dealId: id }: { readonly dealId: string }) {
  const { t } = useTranslation();
  const [waiving, setWaiving] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['tax', 'deal', id],
    queryFn: () => take(api.GET('/api/deals/{id}/tax-checks', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (awaits(state.data) ? LOOK_AGAIN_MS : false),
  });
  const ask = useDeed({
    call: (dealId: string, header) =>
      take(api.POST('/api/deals/{id}/tax-checks', { params: { header, path: { id: dealId } } })),
    touches: ['tax', 'deals'],
    done: t('tax.askedDone'),
  });
  if (error) return <ProblemBox error={error} />;
  if (!data) return null;
  const { basis, waiverReason, waivedAt, items, actions } = data;
  return (
    <Section title={t('tax.title')}>
      <Alert
        type={LOOKS[basis]}
        showIcon
        title={t(`tax.basis.${basis}`)}
        description={
          <Flex vertical gap={8} align="flex-start">
            {waiverReason && (
              <span>
                {t('tax.waivedWith', { reason: waiverReason })} · <InstantText at={waivedAt} seconds />
              </span>
            )}
            {items.map((item) => (
              <Invoice key={item.receivableId} item={item} />
            ))}
            <ProblemBox error={ask.error} />
            {actions.length > 0 && (
              <Flex gap={8} wrap className="no-print">
                {actions.includes('check_tax') && (
                  <Button loading={ask.isPending} onClick={() => ask.mutate(id)}>
                    {t('tax.checkAll')}
                  </Button>
                )}
                {actions.includes('waive_tax') && (
                  <Button danger onClick={() => setWaiving(true)}>
                    {t('tax.waive')}
                  </Button>
                )}
              </Flex>
            )}
          </Flex>
        }
      />
      {waiving && <WaiveTaxForm dealId={id} onClose={() => setWaiving(false)} />}
    </Section>
  );
}

function Invoice({ item }: { readonly item: DealTaxShown['items'][number] }) {
  const { t } = useTranslation();
  const { invoiceNumber, standing, left, checks } = item;
  const canAsk = standing !== 'not_verifiable' && standing !== 'no_bureau';
  return (
    <div>
      <strong className="figure">{invoiceNumber}</strong> · {t(`tax.standing.${standing}`)}
      {canAsk && ` · ${t('tax.left', { count: left })}`}
      {checks.length > 0 && (
        <details>
          <summary>{t('tax.history')}</summary>
          <TaxHistory checks={checks} />
        </details>
      )}
    </div>
  );
}
