// A line for each slip: what to pay, to whom, and whether that changed.
import { Button, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import type { Column } from '../../../ui/list';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';

type Slip = View<'PaymentSlipView'>;

export function useSlipColumns(onOpen: (id: string) => void): Column<Slip>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'invoice',
      title: t('settlement.invoice'),
      render: ({ id, invoiceNumber }) => (
        <Button
          type="link"
          style={{ paddingInline: 0 }}
          className="figure"
          title={t('settlement.openSlip')}
          onClick={() => onOpen(id)}
        >
          {invoiceNumber}
        </Button>
      ),
    },
    {
      key: 'supplier',
      title: t('factoring.supplier'),
      render: ({ supplierName }) => supplierName,
    },
    {
      key: 'due',
      title: t('settlement.dueBy'),
      render: ({ dueDate }) => <DateText date={dueDate} />,
    },
    {
      key: 'payTo',
      title: t('settlement.payTo'),
      render: ({ payments }) =>
        payments.length === 0
          ? t('settlement.slipPaid')
          : payments.map((payment) => <PayTo key={payment.creditorId} payment={payment} />),
    },
    {
      key: 'outstanding',
      title: t('settlement.payWhat'),
      right: true,
      render: ({ payments }) =>
        payments.map(({ creditorId, outstanding }) => (
          <div key={creditorId}>
            <MoneyText money={outstanding} strong />
          </div>
        )),
    },
  ];
}

function PayTo({ payment }: { readonly payment: Slip['payments'][number] }) {
  const { t } = useTranslation();
  const { creditorName, creditorRole, account } = payment;
  return (
    <div>
      {creditorName} {creditorRole === 'financier' && <Tag color="gold">{t('settlement.changed')}</Tag>}
      {!account && <Tag color="red">{t('settlement.accountMissing')}</Tag>}
    </div>
  );
}
