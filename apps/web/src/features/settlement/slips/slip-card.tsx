// One payment slip: pay what, to which account, since when, and why. A changed payee stands out, on paper too.
import { Alert, Card, Descriptions, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { DateText, InstantText, instantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { ReceiptsButton } from '../../audit/receipts-button';
import { inFours } from '../../parties/accounts/account-words';

type Slip = View<'PaymentSlipView'>;
type SlipPayment = Slip['payments'][number];
interface PaymentProps {
  readonly slip: Slip;
  readonly payment: SlipPayment;
}

export function SlipCard({ slip }: { readonly slip: Slip }) {
  const { t } = useTranslation();
  const { payments } = slip;
  if (payments.length === 0) return <Alert type="success" showIcon title={t('settlement.slipPaid')} />;
  return (
    <Flex vertical gap={16}>
      {payments.map((payment) => (
        <Card key={payment.creditorId} className="certificate">
          <Warnings slip={slip} payment={payment} />
          <Details slip={slip} payment={payment} />
          {payment.noticeId && (
            <div style={{ marginTop: 12 }} className="no-print">
              {t('settlement.notice')} <ReceiptsButton subjectId={payment.noticeId} size="small" />
            </div>
          )}
        </Card>
      ))}
    </Flex>
  );
}

function Warnings({ slip: { supplierName: supplier }, payment }: PaymentProps) {
  const { t } = useTranslation();
  const { creditorName: creditor, creditorRole, account } = payment;
  const style = { marginBottom: 16 };
  return (
    <>
      {creditorRole === 'financier' && (
        <Alert
          type="warning"
          showIcon
          style={style}
          title={<strong>{t('settlement.changedPayee', { creditor, supplier })}</strong>}
        />
      )}
      {!account && (
        <Alert type="error" showIcon style={style} title={t('settlement.noAccount', { creditor })} />
      )}
    </>
  );
}

function Details({ slip, payment }: PaymentProps) {
  const { t } = useTranslation();
  const { invoiceNumber, dueDate, supplierName } = slip;
  const { creditorName, outstanding, since, registrationNumber } = payment;
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      styles={{ label: { whiteSpace: 'nowrap' } }}
      items={[
        {
          key: 'what',
          label: t('settlement.payWhat'),
          children: <MoneyText money={outstanding} strong />,
        },
        { key: 'due', label: t('settlement.dueBy'), children: <DateText date={dueDate} /> },
        { key: 'to', label: t('settlement.payTo'), children: <strong>{creditorName}</strong> },
        {
          key: 'invoice',
          label: t('settlement.invoice'),
          children: (
            <>
              <span className="figure">{invoiceNumber}</span> · {supplierName}
            </>
          ),
        },
        ...useAccountItems(payment),
        {
          key: 'why',
          label: t('settlement.whyPay'),
          span: 'filled',
          children: <Why slip={slip} payment={payment} />,
        },
        ...(since
          ? [{ key: 'since', label: t('settlement.since'), children: <InstantText at={since} seconds /> }]
          : []),
        ...(registrationNumber
          ? [
              {
                key: 'registration',
                label: t('factoring.registrationNumber'),
                children: <span className="figure">{registrationNumber}</span>,
              },
            ]
          : []),
      ]}
    />
  );
}

function useAccountItems({ account }: SlipPayment) {
  const { t } = useTranslation();
  if (!account) return [];
  const { accountNumber, holderName, bankName, bankCode } = account;
  return [
    {
      key: 'number',
      label: t('settlement.accountNumber'),
      children: (
        <strong className="figure" style={{ fontSize: 16 }}>
          {inFours(accountNumber)}
        </strong>
      ),
    },
    { key: 'holder', label: t('settlement.accountHolder'), children: holderName },
    { key: 'bank', label: t('settlement.bank'), children: bankName },
    { key: 'code', label: t('settlement.bankCode'), children: <span className="figure">{bankCode}</span> },
  ];
}

function Why({ slip: { supplierName: supplier }, payment: { since, creditorName: creditor } }: PaymentProps) {
  const { t, i18n } = useTranslation();
  return since
    ? t('settlement.whyNoticed', { supplier, creditor, since: instantText(since, i18n.language, true) })
    : t('settlement.whyNotNoticed');
}
