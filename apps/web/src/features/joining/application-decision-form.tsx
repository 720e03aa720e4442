// The operator's decision on an application: what is granted, and by what way its contact was reached.
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { FormDialog } from '../../ui/forms/form-dialog';
import { SOURCES } from './kinds';

type Values = View<'DecisionBody'>;

interface ApplicationDecisionFormProps {
  readonly application: View<'ApplicationView'>;
  readonly onClose: () => void;
}

export function ApplicationDecisionForm({ application, onClose }: ApplicationDecisionFormProps) {
  const { id, legalName, capabilities, actions } = application;
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const chosen = Form.useWatch('decision', form);
  const decide = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/applications/{id}/decision', { body, params: { header, path: { id } } })),
    touches: ['applications', 'organisations'],
    done: t('joining.decided'),
    onDone: onClose,
  });
  const decisions = (['accepted', 'refused'] as const).filter(
    (one) => one === 'refused' || actions.includes('accept'),
  );
  return (
    <FormDialog<Values>
      title={`${t('joining.decide')} · ${legalName}`}
      form={form}
      deed={decide}
      initialValues={{ decision: decisions[0], capabilities }}
      onFinish={({ decision, capabilities: granted, contactSource, reason }) =>
        decide.mutate({
          decision,
          ...(decision === 'accepted' && granted && { capabilities: granted }),
          ...(decision === 'accepted' && contactSource && { contactSource }),
          ...(reason && { reason }),
        })
      }
      onClose={onClose}
    >
      <Form.Item name="decision" label={t('joining.decision')}>
        <Select options={decisions.map((value) => ({ value, label: t(`joining.decisions.${value}`) }))} />
      </Form.Item>
      {chosen === 'accepted' && (
        <>
          <Form.Item name="capabilities" label={t('joining.granted')} rules={[{ required: true }]}>
            <Select
              mode="multiple"
              options={capabilities.map((value) => ({ value, label: t(`parties.capability.${value}`) }))}
            />
          </Form.Item>
          <Form.Item name="contactSource" label={t('joining.source')} extra={t('joining.sourceHint')}>
            <Select
              allowClear
              options={SOURCES.map((value) => ({ value, label: t(`joining.sources.${value}`) }))}
            />
          </Form.Item>
        </>
      )}
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: chosen === 'refused' }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
