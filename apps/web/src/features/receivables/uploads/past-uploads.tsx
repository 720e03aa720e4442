// Deliveries of files that were sent before, of what is owed to the sender or of what it owes.
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { type Column, List } from '../../../ui/list';
import { InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { OutcomeCounts } from './outcome-counts';
import { UPLOAD_PAGE, type UploadSide } from './upload-sides';
import { useUploadingTexts } from './uploading-texts';

type Listed = View<'UploadListedView'>;

/** In the colours of other states: a plan waits for a person. */
const TAG_OF: Readonly<Partial<Record<Listed['state'], string>>> = {
  reading: 'open',
  applying: 'open',
  undoing: 'open',
  planned: 'waiting',
  applied: 'accepted',
};

export function PastUploads({ side }: { readonly side: UploadSide }) {
  const { t } = useTranslation();
  const words = useUploadingTexts();
  const pages = usePages(['uploads', side], (query) =>
    take(
      side === 'receivables'
        ? api.GET('/api/uploads', { params: { query } })
        : api.GET('/api/payable-uploads', { params: { query } }),
    ),
  );
  const columns: Column<Listed>[] = [
    {
      key: 'received',
      title: t('receivables.received'),
      render: ({ id, receivedAt }) => (
        <Link to={UPLOAD_PAGE[side]} params={{ id }}>
          <InstantText at={receivedAt} />
        </Link>
      ),
    },
    {
      key: 'files',
      title: t('receivables.files'),
      render: ({ firstFile, files }) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          {firstFile ?? words('files', { count: files })}
          {firstFile !== null && files > 1 && (
            <span className="muted"> {words('more', { count: files - 1, total: files })}</span>
          )}
        </span>
      ),
    },
    {
      key: 'state',
      title: t('common.state'),
      render: ({ state }) => <StateTag state={TAG_OF[state] ?? state}>{words(`state.${state}`)}</StateTag>,
    },
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
