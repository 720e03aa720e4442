// Suspends an organisation or lets it back, with the reason that is kept.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';

type Organisation = View<'OrganisationView'>;
interface StatusFormProps {
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

export function StatusForm({ organisation: { id, legalName: name, status }, onClose }: StatusFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const suspends = status === 'active';
  const change = useDeed({
    call: (body: View<'OrganisationStatusBody'>, header) =>
      take(api.POST('/api/organisations/{id}/status', { body, params: { header, path: { id } } })),
    touches: ['organisations'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={suspends ? t('parties.suspendTitle', { name }) : t('parties.reinstateTitle', { name })}
      yes={t(suspends ? 'parties.suspend' : 'parties.reinstate')}
      form={form}
      deed={change}
      onFinish={({ reason }) => change.mutate({ reason, status: suspends ? 'suspended' : 'active' })}
      onClose={onClose}
    >
      <Typography.Paragraph>
        {t(suspends ? 'parties.suspendConsequence' : 'parties.reinstateConsequence')}
      </Typography.Paragraph>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
