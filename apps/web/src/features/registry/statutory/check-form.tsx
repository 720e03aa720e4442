// The second person compares an entry with the registry's certificate, and says whether they agree.
import { Descriptions, Form, Input, Radio, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { InstantText } from '../../../ui/text/date-text';

type Body = View<'StatutoryCheckBody'>;

interface CheckFormProps {
  readonly entry: View<'StatutoryEntryView'>;
  readonly onClose: () => void;
}

export function CheckForm({ entry, onClose }: CheckFormProps) {
  const { t } = useTranslation();
  const { id, filingNumber, number, registeredAt, certificateSha256, reason } = entry;
  const [form] = Form.useForm<Body>();
  const decision = Form.useWatch<Body['decision'] | undefined>('decision', form) ?? 'approve';
  const check = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/statutory-entries/{id}/check', { body, params: { header, path: { id } } })),
    touches: ['statutory', 'registrations', 'deals'],
    done: t('statutory.checked'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('statutory.checkTitle', { number: filingNumber })}
      yes={t(decision === 'approve' ? 'statutory.approve' : 'statutory.decline')}
      form={form}
      deed={check}
      onFinish={(values) => check.mutate(values)}
      onClose={onClose}
    >
      <Descriptions
        colon={false}
        size="small"
        column={1}
        items={[
          { key: 'number', label: t('statutory.number'), children: <strong>{number}</strong> },
          {
            key: 'at',
            label: t('statutory.registeredAt'),
            children: <InstantText at={registeredAt} seconds />,
          },
          ...(certificateSha256
            ? [
                {
                  key: 'hash',
                  label: t('statutory.hash'),
                  children: <span className="hash">{certificateSha256}</span>,
                },
              ]
            : []),
          ...(reason ? [{ key: 'reason', label: t('statutory.reason'), children: reason }] : []),
        ]}
      />
      <Typography.Paragraph>{t('statutory.checkAbout')}</Typography.Paragraph>
      <Form.Item name="decision" initialValue="approve" label={t('statutory.decision')}>
        <Radio.Group
          options={[
            { value: 'approve', label: t('statutory.agrees') },
            { value: 'decline', label: t('statutory.disagrees') },
          ]}
        />
      </Form.Item>
      {decision === 'decline' && (
        <Form.Item name="reason" label={t('statutory.declineReason')} rules={[{ required: true }]}>
          <Input.TextArea maxLength={500} rows={2} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
