// An organisation's own files, each to be had exactly as it was received.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { sizeText } from '../../ui/text/size-text';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';

type StoredFile = View<'DocumentView'>;

export function DocumentsPage() {
  const { t } = useTranslation();
  const pages = usePages(['documents'], (query) => take(api.GET('/api/documents', { params: { query } })));
  const columns: Column<StoredFile>[] = [
    { key: 'name', title: t('documents.name'), render: ({ name }) => name },
    { key: 'type', title: t('documents.type'), render: ({ mediaType }) => mediaType },
    {
      key: 'size',
      title: t('documents.size'),
      right: true,
      render: ({ sizeBytes }) => sizeText(sizeBytes),
    },
    {
      key: 'received',
      title: t('documents.received'),
      render: ({ receivedAt }) => <InstantText at={receivedAt} />,
    },
    {
      key: 'fingerprint',
      title: t('documents.fingerprint'),
      render: ({ sha256 }) => (
        <span className="hash" title={sha256}>
          {sha256.slice(0, 16)}…
        </span>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: ({ id, name, actions }) =>
        actions.includes('download') && (
          <Button type="link" size="small" href={`/api/documents/${id}/content`} download={name}>
            {t('documents.download')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('documents.title')} about={t('documents.about')}>
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('documents.empty'), deed: <Link to="/uploads">{t('documents.emptyFix')}</Link> }}
      />
    </Page>
  );
}
