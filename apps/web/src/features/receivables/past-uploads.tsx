// Deliveries of files that were sent before, of what is owed to the sender or of what it owes.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { type Column, List } from '../../ui/list';
import { InstantText } from '../../ui/text/date-text';
import { OutcomeCounts } from './outcome-counts';
import { UPLOAD_PAGE, type UploadSide } from './upload-sides';

type Summary = View<'UploadSummaryView'>;

export function PastUploads({ side }: { readonly side: UploadSide }) {
  const { t } = useTranslation();
  const pages = usePages(['uploads', side], (query) =>
    take(
      side === 'receivables'
        ? api.GET('/api/uploads', { params: { query } })
        : api.GET('/api/payable-uploads', { params: { query } }),
    ),
  );
  const columns: Column<Summary>[] = [
    {
      key: 'received',
      title: t('receivables.received'),
      render: ({ id, receivedAt }) => (
        <Link to={UPLOAD_PAGE[side]} params={{ id }}>
          <InstantText at={receivedAt} />
        </Link>
      ),
    },
    { key: 'files', title: t('receivables.files'), right: true, render: ({ files }) => files },
    {
      key: 'outcomes',
      title: t('receivables.outcomes'),
      render: (summary) => <OutcomeCounts counts={summary} />,
    },
  ];
  return (
    <List
      pages={pages}
      columns={columns}
      rowKey={({ id }) => id}
      empty={{ text: t(side === 'receivables' ? 'receivables.pastEmpty' : 'payables.pastEmpty') }}
    />
  );
}
