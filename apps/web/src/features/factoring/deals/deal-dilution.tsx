// Warns that credit notes took off what the financier counts on, says what that means for it, and lets it acknowledge.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { AcknowledgeForm } from './acknowledge-form';

type Deal = View<'DealView'>;
type Item = View<'DilutedItemView'>;

export function DealDilution({ deal }: { readonly deal: Deal }) {
  const isDiluted = deal.items.some(({ dilution }) => dilution !== null);
  return isDiluted ? <Dilution deal={deal} /> : null;
}

function Dilution({ deal: { id, financierId } }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [acknowledging, acknowledge] = useState<Item | null>(null);
  const { data } = useQuery({
    queryKey: ['dilution', id],
    queryFn: () => take(api.GET('/api/deals/{id}/dilution', { params: { path: { id } } })),
  });
  if (!data) return null;
  const { items, actions } = data;
  const isOpen = items.some(({ open }) => open);
  const financier = session?.organisation.id === financierId;
  return (
    <>
      <Alert
        type={isOpen ? 'error' : 'warning'}
        showIcon
        style={{ marginBottom: 16 }}
        title={t('factoring.dilutionTitle', { count: items.length })}
        description={
          <>
            {items.map((item) => (
              <Diluted
                key={item.receivableId}
                item={item}
                onAcknowledge={actions.includes('acknowledge_dilution') ? acknowledge : null}
              />
            ))}
            {isOpen && (
              <div style={{ marginTop: 8 }}>
                {t(financier ? 'factoring.dilutionFinancier' : 'factoring.dilutionSupplier')}
              </div>
            )}
          </>
        }
      />
      {acknowledging && (
        <AcknowledgeForm dealId={id} item={acknowledging} onClose={() => acknowledge(null)} />
      )}
    </>
  );
}

interface DilutedProps {
  readonly item: Item;
  readonly onAcknowledge: ((item: Item) => void) | null;
}

function Diluted({ item, onAcknowledge }: DilutedProps) {
  const { t } = useTranslation();
  const { invoiceNumber, lastNumber: number, credited, excess, open, acknowledgements } = item;
  return (
    <div>
      <strong className="figure">{invoiceNumber}</strong>: {t('factoring.credited', { number })}{' '}
      <MoneyText money={credited} strong /> · {t('factoring.creditedExcess')}{' '}
      <MoneyText money={excess} strong />
      {acknowledgements.map(({ reason, acknowledgedAt: at }) => (
        <div key={at}>
          {t('tax.acknowledgedWith', { reason })} · <InstantText at={at} seconds />
        </div>
      ))}
      {open && onAcknowledge && (
        <div style={{ marginBlock: 8 }} className="no-print">
          <Button size="small" danger onClick={() => onAcknowledge(item)}>
            {t('tax.acknowledge')}
          </Button>
        </div>
      )}
    </div>
  );
}
