// Notices of assignment: for the debtor whom to pay from now on, for the financier what has arrived.
import { useTranslation } from 'react-i18next';
import { Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useSentence } from '../../../ui/text/bilingual';
import { InstantText } from '../../../ui/text/date-text';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { StateTag } from '../../../ui/text/state-tag';
import { ReceiptsButton } from '../../audit/receipts-button';

type Notice = View<'NoticeView'>;

export function NoticesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const debtor = may('confirmation.read');
  const pages = usePages(['notices'], (query) => take(api.GET('/api/notices', { params: { query } })));
  return (
    <Page
      title={t('factoring.noticesTitle')}
      about={t(debtor ? 'factoring.noticesAboutDebtor' : 'factoring.noticesAboutFinancier')}
    >
      <List
        pages={pages}
        columns={useColumns(debtor)}
        rowKey={({ id }) => id}
        empty={{ text: t(debtor ? 'factoring.noticesEmpty' : 'factoring.noticesEmptyFinancier') }}
        expanded={({ id, text }) => (
          <>
            <NoticeText text={text} />
            <ReceiptsButton subjectId={id} size="small" />
          </>
        )}
      />
    </Page>
  );
}

function NoticeText({ text }: { readonly text: Notice['text'] }) {
  const sentence = useSentence();
  return (
    <Typography.Paragraph style={{ whiteSpace: 'pre-line', maxWidth: 820 }}>
      {sentence(text)}
    </Typography.Paragraph>
  );
}

function useColumns(debtor: boolean): Column<Notice>[] {
  const { t } = useTranslation();
  return [
    debtor
      ? {
          key: 'payTo',
          title: t('factoring.payTo'),
          render: ({ financierName }) => <strong>{financierName}</strong>,
        }
      : { key: 'debtor', title: t('factoring.debtor'), render: ({ debtorName }) => debtorName },
    { key: 'supplier', title: t('factoring.supplier'), render: ({ supplierName }) => supplierName },
    {
      key: 'invoices',
      title: t('factoring.invoice'),
      render: ({ invoices }) =>
        invoices.map(({ receivableId, invoiceNumber }) => (
          <div key={receivableId} className="figure">
            {invoiceNumber}
          </div>
        )),
    },
    {
      key: 'sum',
      title: t('factoring.sum'),
      right: true,
      render: ({ total }) => <MoneyText money={total} strong />,
    },
    {
      key: 'arrived',
      title: t('factoring.arrivedAt'),
      render: ({ arrivedAt }) => <InstantText at={arrivedAt} seconds />,
    },
    {
      key: 'registration',
      title: t('factoring.registrationNumber'),
      render: ({ registrationNumber }) => <span className="figure">{registrationNumber}</span>,
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`factoring.noticeState.${state}`)}</StateTag>,
    },
  ];
}
