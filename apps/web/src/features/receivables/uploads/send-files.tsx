// Sends invoice files and tells how far they are; then the page of what became of each invoice opens.
import { InboxOutlined } from '@ant-design/icons';
import { useNavigate } from '@tanstack/react-router';
import { Button, Card, Flex, Upload } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeed } from '../../../api/deed';
import { sendFiles } from '../../../api/upload';
import { ProblemBox } from '../../../ui/forms/problem';
import { UPLOAD_API, UPLOAD_PAGE, type UploadSide } from './upload-sides';

interface Sending {
  readonly chosen: readonly File[];
  readonly mode: 'direct' | 'plan';
}

export function SendFiles({ side }: { readonly side: UploadSide }) {
  const { t, i18n } = useTranslation();
  const navigate = useNavigate();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [percent, setPercent] = useState(0);
  const sending = useRef<AbortController | null>(null);
  const send = useDeed({
    call: ({ chosen, mode }: Sending, header) => {
      const { signal } = (sending.current = new AbortController());
      const headers = { ...header, 'Accept-Language': i18n.language };
      setPercent(0);
      return sendFiles(chosen, { mode, to: UPLOAD_API[side], headers, signal }, setPercent);
    },
    touches: ['uploads', 'receivables', 'confirmations', 'documents'],
    onDone: ({ id }) => void navigate({ to: UPLOAD_PAGE[side], params: { id } }),
  });
  const stop = () => {
    sending.current?.abort();
    send.reset();
  };
  return (
    <Card>
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
      {send.error && (
        <div style={{ marginTop: 16 }}>
          <ProblemBox error={send.error} />
        </div>
      )}
      {files.length > 0 && (
        <Flex gap={8} wrap style={{ marginTop: 16 }}>
          {/* What is owed is an answer that binds: it is looked at before it is applied. */}
          {side === 'receivables' && (
            <Button
              type="primary"
              loading={send.isPending}
              onClick={() => send.mutate({ chosen: files, mode: 'direct' })}
            >
              {t('receivables.send', { count: files.length })}
            </Button>
          )}
          <Button
            type={side === 'payables' ? 'primary' : 'default'}
            loading={send.isPending}
            onClick={() => send.mutate({ chosen: files, mode: 'plan' })}
          >
            {t('receivables.planFirst')}
          </Button>
          <Button disabled={send.isPending} onClick={() => setFiles([])}>
            {t('receivables.clear')}
          </Button>
        </Flex>
      )}
      {send.isPending && <Sent percent={percent} onStop={stop} />}
    </Card>
  );
}

/** First how much is sent; then the server reads, for as long as the files need. */
function Sent({ percent, onStop }: { readonly percent: number; readonly onStop: () => void }) {
  const { t } = useTranslation();
  const text = percent < 100 ? t('receivables.sending', { percent }) : t('receivables.reading');
  return (
    <div style={{ marginTop: 16 }} role="status">
      <progress className="sent" max={100} value={percent < 100 ? percent : undefined} aria-label={text} />
      <Flex gap={12} align="center">
        <span className="muted">{text}</span>
        {percent < 100 && (
          <Button size="small" onClick={onStop}>
            {t('common.cancel')}
          </Button>
        )}
      </Flex>
    </div>
  );
}
