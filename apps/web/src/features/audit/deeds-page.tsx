// Who did what: the newest deed first, or all deeds on one subject.
import { Button, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { usePages } from '../../api/pages';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { useFilters } from '../../ui/filters';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { ReceiptsButton } from './receipts-button';

type DeedLine = View<'DeedView'>;

export function DeedsPage() {
  const { t } = useTranslation();
  const [{ subjectId }, change] = useFilters(['subjectId']);
  const pages = usePages(['deeds', subjectId], (page) =>
    take(api.GET('/api/deeds', { params: { query: { ...page, ...(subjectId && { subjectId }) } } })),
  );
  const columns: Column<DeedLine>[] = [
    { key: 'at', title: t('audit.at'), render: ({ at }) => <InstantText at={at} seconds /> },
    { key: 'action', title: t('audit.action'), render: ({ action }) => <Tag>{action}</Tag> },
    {
      key: 'subject',
      title: t('audit.subject'),
      render: ({ subjectType, subjectId: id }) => (
        <Button type="link" size="small" title={t('audit.only')} onClick={() => change({ subjectId: id })}>
          {subjectType} …{id.slice(-8)}
        </Button>
      ),
    },
    {
      key: 'version',
      title: t('audit.version'),
      right: true,
      render: ({ subjectVersion }) => subjectVersion,
    },
    {
      key: 'by',
      title: t('audit.by'),
      render: ({ userId }) =>
        userId ? <span className="hash">…{userId.slice(-8)}</span> : t('audit.platform'),
    },
    {
      key: 'receipt',
      title: '',
      render: ({ id }) => (
        <a href={`/api/receipts/${id}`} download={`receipt-${id}.json`}>
          {t('audit.receipt')}
        </a>
      ),
    },
  ];
  return (
    <Page
      title={t('audit.title')}
      about={t('audit.about')}
      deeds={
        <>
          {subjectId && <Button onClick={() => change({ subjectId: '' })}>{t('audit.showAll')}</Button>}
          <Button href="/verify" target="_blank">
            {t('audit.verify')}
          </Button>
        </>
      }
    >
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t(subjectId ? 'audit.emptySubject' : 'audit.empty') }}
        expanded={({ subjectId: id, details }) => (
          <>
            <Details details={details} />
            <ReceiptsButton subjectId={id} size="small" />
          </>
        )}
      />
    </Page>
  );
}

function Details({ details }: { readonly details: Readonly<Record<string, unknown>> }) {
  return (
    <Typography.Paragraph className="hash" style={{ whiteSpace: 'pre-wrap' }}>
      {JSON.stringify(details, null, 2)}
    </Typography.Paragraph>
  );
}
