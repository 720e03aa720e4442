// Sends statements of the bank, one request for each file, and shows what became of each.
import { InboxOutlined } from '@ant-design/icons';
import { Button, Card, Flex, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FileOutcome, type SentFile } from './file-outcome';

function inForm(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

export function StatementUpload() {
  const { t } = useTranslation();
  const [sent, setSent] = useState<readonly SentFile[]>([]);
  const send = useDeed({
    call: (file: File, header) =>
      take(
        api.POST('/api/statements', {
          params: { header },
          // The description of the API knows file contents only as text.
          body: { file: file as unknown as string },
          bodySerializer: () => inForm(file),
        }),
      ),
    touches: ['payments', 'payouts', 'deals'],
  });
  const note = (key: string, change: Partial<SentFile>) =>
    setSent((before) => before.map((one) => (one.key === key ? { ...one, ...change } : one)));
  /** One after the other: a later statement continues an earlier one. */
  const sendAll = async (files: readonly File[]) => {
    const named = files.map((file) => ({ file, key: crypto.randomUUID() }));
    setSent((before) => [
      ...named.map(({ file, key }) => ({ key, name: file.name, outcome: null, error: null })),
      ...before,
    ]);
    for (const { file, key } of named)
      await send.mutateAsync(file).then(
        (outcome) => note(key, { outcome }),
        (error: unknown) => note(key, { error }),
      );
  };
  return (
    <Card style={{ marginBottom: 16 }}>
      <Upload.Dragger
        multiple
        accept=".xml"
        disabled={send.isPending}
        showUploadList={false}
        fileList={[]}
        beforeUpload={(file, all) => {
          if (file === all.at(-1)) void sendAll(all);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('settlement.drop')}</p>
        <p className="ant-upload-hint">{t('settlement.dropHint')}</p>
      </Upload.Dragger>
      {sent.length > 0 && (
        <Flex vertical gap={8} style={{ marginTop: 16 }}>
          {sent.map((file) => (
            <FileOutcome key={file.key} file={file} />
          ))}
          <div>
            <Button disabled={send.isPending} onClick={() => setSent([])}>
              {t('settlement.clearOutcomes')}
            </Button>
          </div>
        </Flex>
      )}
    </Card>
  );
}
