// A deed with a reason that is kept with it.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { type KeyHeader, useDeed } from '../../api/deed';
import { FormDialog } from './form-dialog';

export interface ReasonFormProps {
  readonly title: string;
  readonly yes: string;
  readonly consequence: string;
  /** First words of the query keys that become stale. */
  readonly touches: readonly string[];
  readonly act: (body: { readonly reason: string }, header: KeyHeader) => Promise<unknown>;
  readonly onClose: () => void;
}

export function ReasonForm({ title, yes, consequence, touches, act, onClose }: ReasonFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const deed = useDeed({ call: act, touches, done: t('parties.changed'), onDone: onClose });
  return (
    <FormDialog<{ reason: string }>
      {...{ title, yes, form, deed, onClose }}
      onFinish={(values) => deed.mutate(values)}
    >
      <p>{consequence}</p>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
