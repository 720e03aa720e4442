// An objection to a registration: by its number, which stands in every search.
import { Form, Input, Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { HashedFile } from '../../../ui/forms/hashed-file';
import { useObjectionTexts } from './texts';

type Body = View<'ObjectionBody'>;

interface ObjectionFormProps {
  /** Where it is known already. */
  readonly number?: string;
  readonly onClose: () => void;
}

export function ObjectionForm({ number, onClose }: ObjectionFormProps) {
  const t = useObjectionTexts();
  const { data: session } = useSession();
  const [form] = Form.useForm<Body>();
  const object = useDeed({
    call: (body: Body, header) => take(api.POST('/api/objections', { body, params: { header } })),
    touches: ['objections', 'registrations'],
    done: t('objected'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('objectTitle')}
      yes={t('object')}
      form={form}
      deed={object}
      initialValues={{ number, objector: session?.organisation.legalName }}
      onFinish={(values) => object.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('objectAbout')}</Typography.Paragraph>
      <Form.Item name="number" label={t('registrationNumber')} rules={[{ required: true }]}>
        <Input maxLength={32} autoComplete="off" inputMode="numeric" readOnly={number !== undefined} />
      </Form.Item>
      <Form.Item name="objector" label={t('objectorName')} rules={[{ required: true }]}>
        <Input maxLength={200} autoComplete="organization" />
      </Form.Item>
      <Form.Item name="reason" label={t('why')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={3} />
      </Form.Item>
      <Form.Item label={t('file')} extra={t('fileAbout')} htmlFor="objection-file">
        <HashedFile
          id="objection-file"
          onHashed={(evidenceSha256, evidenceName) => form.setFieldsValue({ evidenceSha256, evidenceName })}
        />
      </Form.Item>
      <Form.Item name="evidenceSha256" hidden>
        <Input />
      </Form.Item>
      <Form.Item name="evidenceName" hidden>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
