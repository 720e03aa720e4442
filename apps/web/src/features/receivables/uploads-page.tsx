// Sending invoices: many files at once, and what was sent before.
import { InboxOutlined } from '@ant-design/icons';
import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { usePages } from '../../api/pages';
import { sendFiles } from '../../api/upload';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { ProblemBox } from '../../ui/forms/problem';
import { Section } from '../../ui/section';
import { OutcomeCounts } from './outcome-counts';

type Summary = View<'UploadSummaryView'>;

export function UploadsPage() {
  const { t } = useTranslation();
  return (
    <Page
      title={t('receivables.uploadTitle')}
      about={t('receivables.uploadAbout')}
      deeds={
        <>
          <Button href="/api/uploads/template.csv">{t('receivables.template')}</Button>
          <Button href="/api/uploads/template.xlsx">{t('receivables.templateXlsx')}</Button>
        </>
      }
    >
      <SendFiles />
      <Section title={t('receivables.past')}>
        <PastUploads />
      </Section>
    </Page>
  );
}

interface Sending {
  readonly chosen: readonly File[];
  readonly mode: 'direct' | 'plan';
}

function SendFiles() {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [percent, setPercent] = useState(0);
  const send = useDeed({
    call: ({ chosen, mode }: Sending, header) =>
      sendFiles(chosen, { mode, headers: { ...header, 'Accept-Language': i18n.language } }, setPercent),
    touches: ['uploads', 'receivables', 'documents'],
    onDone: ({ id }) => void navigate({ to: '/uploads/$id', params: { id } }),
  });
  return (
    <Card>
      <ProblemBox error={send.error} />
      <Upload.Dragger
        multiple
        accept=".xml,.csv,.xlsx,.pdf,.ofd,.zip"
        disabled={send.isPending}
        fileList={files.map((file, index) => ({
          uid: `${index}`,
          name: file.name,
          originFileObj: file as never,
        }))}
        beforeUpload={(file) => {
          setFiles((before) => [...before, file]);
          return false;
        }}
        onRemove={({ uid }) => setFiles((before) => before.filter((_, index) => `${index}` !== uid))}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('receivables.drop')}</p>
        <p className="ant-upload-hint">{t('receivables.dropHint')}</p>
      </Upload.Dragger>
      {files.length > 0 && (
        <Flex gap={8} style={{ marginTop: 16 }}>
          <Button
            type="primary"
            loading={send.isPending}
            onClick={() => send.mutate({ chosen: files, mode: 'direct' })}
          >
            {t('receivables.send', { count: files.length })}
          </Button>
          <Button loading={send.isPending} onClick={() => send.mutate({ chosen: files, mode: 'plan' })}>
            {t('receivables.planFirst')}
          </Button>
          <Button disabled={send.isPending} onClick={() => setFiles([])}>
            {t('receivables.clear')}
          </Button>
        </Flex>
      )}
      {send.isPending && <Sent percent={percent} />}
    </Card>
  );
}

/** First how much is sent; then the server reads, for as long as the files need. */
function Sent({ percent }: { readonly percent: number }) {
  const { t } = useTranslation();
  const text = percent < 100 ? t('receivables.sending', { percent }) : t('receivables.reading');
  return (
    <div style={{ marginTop: 16 }} role="status">
      <progress className="sent" max={100} value={percent < 100 ? percent : undefined} aria-label={text} />
      <div className="muted">{text}</div>
    </div>
  );
}

function PastUploads() {
  const { t } = useTranslation();
  const pages = usePages(['uploads'], (query) => take(api.GET('/api/uploads', { params: { query } })));
  const columns: Column<Summary>[] = [
    {
      key: 'received',
      title: t('receivables.received'),
      render: ({ id, receivedAt }) => (
        <Link to="/uploads/$id" params={{ id }}>
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
      empty={{ text: t('receivables.pastEmpty') }}
    />
  );
}
