// What the certificate of the statutory registry states; of the file itself only its hash leaves this machine.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { HashedFile } from '../../../ui/forms/hashed-file';
import { InstantInput } from '../../../ui/forms/instant-input';

type Body = View<'StatutoryEntryBody'>;

interface EntryFormProps {
  readonly filing: { readonly id: string; readonly number: string };
  /** Something is recorded already: a correction says why. */
  readonly corrects?: boolean;
  readonly onClose: () => void;
}

export function EntryForm({ filing: { id, number }, corrects = false, onClose }: EntryFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Body>();
  const enter = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/registrations/{id}/statutory-entries', { body, params: { header, path: { id } } })),
    touches: ['statutory', 'registrations', 'deals'],
    done: t('statutory.entered'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('statutory.enterTitle', { number })}
      yes={t('statutory.enter')}
      form={form}
      deed={enter}
      onFinish={(values) => enter.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('statutory.enterAbout')}</Typography.Paragraph>
      <Form.Item name="number" label={t('statutory.number')} rules={[{ required: true }]}>
        <Input maxLength={64} autoComplete="off" />
      </Form.Item>
      <Form.Item name="registeredAt" label={t('statutory.registeredAt')} rules={[{ required: true }]}>
        <InstantInput />
      </Form.Item>
      {corrects && (
        <Form.Item name="reason" label={t('statutory.reason')} rules={[{ required: true }]}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      )}
      <Form.Item label={t('statutory.file')} extra={t('statutory.fileAbout')} htmlFor="statutory-file">
        <HashedFile
          id="statutory-file"
          onHashed={(sha256) => form.setFieldValue('certificateSha256', sha256)}
        />
      </Form.Item>
      <Form.Item name="certificateSha256" hidden>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
