// Records what is known of an organisation from a day on; a correction is a later record of the same day.
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';

import { SIZES } from './facts-section';

type Values = View<'FactBody'>;
const KINDS = ['sme_size', 'industry', 'region'] as const;

export function FactForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const [kind, setKind] = useState<Values['kind']>('sme_size');
  const record = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/organisations/{id}/facts', { body, params: { header, path: { id } } })),
    touches: ['facts'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('profile.record')}
      form={form}
      deed={record}
      initialValues={{ kind: 'sme_size' }}
      onFinish={(values) => record.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('profile.kind')}>
        <Select
          options={KINDS.map((value) => ({ value, label: t(`profile.kinds.${value}`) }))}
          onChange={(next: Values['kind']) => {
            setKind(next);
            form.setFieldValue('value', undefined);
          }}
        />
      </Form.Item>
      <Form.Item name="value" label={t(`profile.values.${kind}`)} rules={[{ required: true }]}>
        {kind === 'sme_size' ? (
          <Select options={SIZES.map((value) => ({ value, label: t(`profile.sizes.${value}`) }))} />
        ) : (
          <Input maxLength={20} />
        )}
      </Form.Item>
      <Form.Item name="validFrom" label={t('profile.from')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      <Form.Item name="source" label={t('profile.source')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
    </FormDialog>
  );
}
