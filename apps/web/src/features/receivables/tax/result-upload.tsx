// Takes the file with the answers of the tax bureau and says what was made of it.
import { InboxOutlined } from '@ant-design/icons';
import { Alert, Card, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';

function inForm(file: File): FormData {
  const form = new FormData();
  form.append('file', file, file.name);
  return form;
}

export function ResultUpload() {
  const { t } = useTranslation();
  const send = useDeed({
    call: (file: File, header) =>
      take(
        api.POST('/api/tax-results', {
          params: { header },
          // The description of the API knows file contents only as text.
          body: { file: file as unknown as string },
          bodySerializer: () => inForm(file),
        }),
      ),
    touches: ['tax', 'receivables', 'deals'],
  });
  return (
    <Card style={{ marginBottom: 16 }}>
      <Upload.Dragger
        accept=".csv"
        disabled={send.isPending}
        showUploadList={false}
        fileList={[]}
        beforeUpload={(file) => {
          send.mutate(file);
          return false;
        }}
      >
        <p className="ant-upload-drag-icon">
          <InboxOutlined />
        </p>
        <p className="ant-upload-text">{t('tax.drop')}</p>
        <p className="ant-upload-hint">{t('tax.dropHint')}</p>
      </Upload.Dragger>
      <ProblemBox error={send.error} />
      {send.data && (
        <Alert
          type="success"
          showIcon
          style={{ marginTop: 12 }}
          title={t('tax.imported', { recorded: send.data.recorded, skipped: send.data.skipped })}
        />
      )}
    </Card>
  );
}
