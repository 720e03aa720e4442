// Password and code once more, before one's own keys change.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { FormDialog } from '../../../ui/forms/form-dialog';

type Values = View<'ProofBody'>;

interface ProofDialogProps {
  readonly title: string;
  readonly deed: {
    readonly error: Error | null;
    readonly isPending: boolean;
    readonly mutate: (values: Values) => void;
  };
  readonly onClose: () => void;
}

export function ProofDialog({ title, deed, onClose }: ProofDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  return (
    <FormDialog<Values> title={title} form={form} deed={deed} onFinish={deed.mutate} onClose={onClose}>
      <Form.Item name="password" label={t('identity.currentPassword')} rules={[{ required: true }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="code" label={t('identity.code')} rules={[{ required: true }]}>
        <Input autoComplete="one-time-code" maxLength={40} />
      </Form.Item>
    </FormDialog>
  );
}
