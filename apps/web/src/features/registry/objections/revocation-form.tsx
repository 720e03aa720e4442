// The order of a court that strikes a registration, as it is entered by the first person.
import { Form, Input, Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { HashedFile } from '../../../ui/forms/hashed-file';
import { DateInput } from '../../../ui/forms/inputs';
import { useObjectionTexts } from './texts';

type Body = View<'RevocationBody'>;

interface RevocationFormProps {
  readonly filing: { readonly id: string; readonly number: string };
  readonly onClose: () => void;
}

export function RevocationForm({ filing: { id, number }, onClose }: RevocationFormProps) {
  const t = useObjectionTexts();
  const [form] = Form.useForm<Body>();
  const ask = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/registrations/{id}/revocations', { body, params: { header, path: { id } } })),
    touches: ['revocations', 'registrations'],
    done: t('asked'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('revokeTitle', { number })}
      yes={t('revoke')}
      form={form}
      deed={ask}
      onFinish={(values) => ask.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('revokeAbout')}</Typography.Paragraph>
      <Form.Item name="court" label={t('court')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="documentNumber" label={t('documentNumber')} rules={[{ required: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="orderedOn" label={t('orderedOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item
        name="documentSha256"
        label={t('order')}
        extra={t('orderAbout')}
        rules={[{ required: true }]}
        trigger="onHashed"
      >
        <HashedFile />
      </Form.Item>
    </FormDialog>
  );
}
