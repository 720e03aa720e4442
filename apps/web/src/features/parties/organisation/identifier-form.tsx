// Adds a number of an organisation, or retires one, with what it rests on; what was retired leads to nobody else.
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

type Values = View<'IdentifierChangeBody'>;
const SCHEMES = ['USCC', 'LEI', 'VAT', 'LOCAL'] as const;

interface IdentifierFormProps {
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

export function IdentifierForm({ organisation: { id, identifiers }, onClose }: IdentifierFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [change, setChange] = useState<Values['change']>('added');
  const record = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/organisations/{id}/identifiers', { body, params: { header, path: { id } } })),
    touches: ['organisations', 'identifiers'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  const schemes = SCHEMES.map((value) => ({ value, label: t(`parties.schemes.${value}`) }));
  const held = identifiers.filter(({ scheme }) => scheme !== 'RESIDENT_ID');
  return (
    <FormDialog<Values>
      title={t('profile.numbers')}
      form={form}
      deed={record}
      initialValues={{ change: 'added', scheme: 'VAT' }}
      onFinish={(values) => record.mutate(values)}
      onClose={onClose}
    >
      <p>{t('profile.numbersAbout')}</p>
      <Form.Item name="change" label={t('profile.change')}>
        <Select
          options={(['added', 'retired'] as const).map((value) => ({
            value,
            label: t(`profile.changes.${value}`),
          }))}
          onChange={(next: Values['change']) => {
            setChange(next);
            form.setFieldValue('value', undefined);
          }}
        />
      </Form.Item>
      <Form.Item name="scheme" label={t('parties.scheme')}>
        <Select options={schemes} onChange={() => form.setFieldValue('value', undefined)} />
      </Form.Item>
      <Form.Item noStyle shouldUpdate={(before: Values, after: Values) => before.scheme !== after.scheme}>
        {({ getFieldValue }) => (
          <Form.Item name="value" label={t('parties.value')} rules={[{ required: true }]}>
            {change === 'added' ? (
              <Input maxLength={80} />
            ) : (
              <Select
                options={held
                  .filter(({ scheme }) => scheme === getFieldValue('scheme'))
                  .map(({ value }) => ({ value, label: value }))}
              />
            )}
          </Form.Item>
        )}
      </Form.Item>
      <Form.Item name="changedOn" label={t('profile.changedOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="evidence" label={t('profile.evidence')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
