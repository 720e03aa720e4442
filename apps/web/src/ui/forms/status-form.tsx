// Suspends somebody or something, or lets it back, with the reason that is kept.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type KeyHeader, useDeed } from '../../api/deed';
import { FormDialog } from './form-dialog';

export interface StatusChange {
  readonly status: 'active' | 'suspended';
  readonly reason: string;
}

interface StatusFormProps {
  readonly status: StatusChange['status'];
  readonly title: string;
  readonly consequence: string;
  /** First words of the query keys that become stale. */
  readonly touches: readonly string[];
  readonly change: (body: StatusChange, header: KeyHeader) => Promise<unknown>;
  readonly onClose: () => void;
}

export function StatusForm({ status, title, consequence, touches, change, onClose }: StatusFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const suspends = status === 'active';
  const deed = useDeed({ call: change, touches, done: t('parties.changed'), onDone: onClose });
  return (
    <FormDialog<{ reason: string }>
      title={title}
      yes={t(suspends ? 'parties.suspend' : 'parties.reinstate')}
      form={form}
      deed={deed}
      onFinish={({ reason }) => deed.mutate({ reason, status: suspends ? 'suspended' : 'active' })}
      onClose={onClose}
    >
      <p>{consequence}</p>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
