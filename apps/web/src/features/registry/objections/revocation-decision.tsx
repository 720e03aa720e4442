// The second person compares a court order with what was entered, and strikes the registration or declines.
import { Descriptions, Form, Input, Radio, Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateText } from '../../../ui/text/date-text';
import { useObjectionTexts } from './texts';

type Body = View<'RevocationDecisionBody'>;

interface RevocationDecisionProps {
  readonly revocation: View<'RevocationView'>;
  readonly onClose: () => void;
}

export function RevocationDecision({ revocation, onClose }: RevocationDecisionProps) {
  const t = useObjectionTexts();
  const { id, filingNumber, court, documentNumber, documentSha256, orderedOn } = revocation;
  const [form] = Form.useForm<Body>();
  const decision = Form.useWatch<Body['decision'] | undefined>('decision', form) ?? 'approve';
  const decide = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/revocations/{id}/decision', { body, params: { header, path: { id } } })),
    touches: ['revocations', 'registrations', 'inbox'],
    done: t('decided'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('decideTitle', { number: filingNumber })}
      yes={t(decision === 'approve' ? 'strike' : 'decline')}
      form={form}
      deed={decide}
      initialValues={{ decision: 'approve' }}
      onFinish={(values) => decide.mutate(values)}
      onClose={onClose}
    >
      <Descriptions
        colon={false}
        size="small"
        column={1}
        items={[
          { key: 'court', label: t('court'), children: court },
          { key: 'number', label: t('documentNumber'), children: <strong>{documentNumber}</strong> },
          { key: 'day', label: t('orderedOn'), children: <DateText date={orderedOn} /> },
          { key: 'hash', label: t('hash'), children: <span className="hash">{documentSha256}</span> },
        ]}
      />
      <Typography.Paragraph>{t('decideAbout')}</Typography.Paragraph>
      <Form.Item name="decision" label={t('decision')}>
        <Radio.Group
          options={[
            { value: 'approve', label: t('agrees') },
            { value: 'decline', label: t('disagrees') },
          ]}
        />
      </Form.Item>
      {decision === 'decline' && (
        <Form.Item name="reason" label={t('declineReason')} rules={[{ required: true }]}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
