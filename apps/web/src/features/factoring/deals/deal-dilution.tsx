// Warns that credit notes took off what the financier counts on, and says what that means for it.
import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useSession } from '../../../app/session';
import { MoneyText } from '../../../ui/text/money-text';

export function DealDilution({ deal }: { readonly deal: View<'DealView'> }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const diluted = deal.items.filter(({ dilution }) => dilution !== null);
  if (diluted.length === 0) return null;
  const financier = session?.organisation.id === deal.financierId;
  return (
    <Alert
      type="error"
      showIcon
      style={{ marginBottom: 16 }}
      title={t('factoring.dilutionTitle', { count: diluted.length })}
      description={
        <>
          {diluted.map(
            ({ receivableId, invoiceNumber, dilution }) =>
              dilution && (
                <div key={receivableId}>
                  <strong className="figure">{invoiceNumber}</strong>:{' '}
                  {t('factoring.credited', { number: dilution.lastNumber })}{' '}
                  <MoneyText money={dilution.credited} strong /> · {t('factoring.creditedExcess')}{' '}
                  <MoneyText money={dilution.excess} strong />
                </div>
              ),
          )}
          <div style={{ marginTop: 8 }}>
            {t(financier ? 'factoring.dilutionFinancier' : 'factoring.dilutionSupplier')}
          </div>
        </>
      }
    />
  );
}
