// The objector shows that a court or a tribunal has taken the case.
import { Form, Input, Radio, Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { HashedFile } from '../../../ui/forms/hashed-file';
import { DateInput } from '../../../ui/forms/inputs';
import { useObjectionTexts } from './texts';

type Body = View<'ObjectionProofBody'>;

interface ProofFormProps {
  readonly objection: Pick<View<'ObjectionView'>, 'id' | 'number'>;
  readonly onClose: () => void;
}

export function ProofForm({ objection: { id, number }, onClose }: ProofFormProps) {
  const t = useObjectionTexts();
  const [form] = Form.useForm<Body>();
  const prove = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/objections/{id}/proof', { body, params: { header, path: { id } } })),
    touches: ['objections', 'registrations'],
    done: t('proved'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('proveTitle', { number })}
      yes={t('prove')}
      form={form}
      deed={prove}
      initialValues={{ kind: 'lawsuit' }}
      onFinish={(values) => prove.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('proveAbout')}</Typography.Paragraph>
      <Form.Item name="kind" label={t('kind')}>
        <Radio.Group
          options={(['lawsuit', 'arbitration'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="body" label={t('body')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="caseNumber" label={t('caseNumber')} rules={[{ required: true }]}>
        <Input maxLength={100} autoComplete="off" />
      </Form.Item>
      <Form.Item name="acceptedOn" label={t('acceptedOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item label={t('document')} extra={t('fileAbout')} htmlFor="proof-file">
        <HashedFile id="proof-file" onHashed={(sha256) => form.setFieldValue('documentSha256', sha256)} />
      </Form.Item>
      <Form.Item name="documentSha256" hidden>
        <Input />
      </Form.Item>
    </FormDialog>
  );
}
