// States what happened to a registration: an end of the debt or the security, or another name of a grantor.
import { Form, Input, Radio, Select, Typography } from 'antd';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { DateInput } from '../../../ui/forms/inputs';
import { useDutyTexts } from './texts';

type Body = View<'DutyBody'>;

const GROUNDS = [
  'debt_discharged',
  'security_enforced',
  'security_waived',
  'otherwise_extinguished',
  'grantor_renamed',
] as const satisfies readonly Body['ground'][];

interface DutyFormProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'grantors'>;
  readonly onClose: () => void;
}

export function DutyForm({ registration: { id, number, grantors }, onClose }: DutyFormProps) {
  const t = useDutyTexts();
  const [form] = Form.useForm<Body>();
  const ground = Form.useWatch('ground', form);
  const state = useDeed({
    call: (body: Body, header) =>
      take(api.POST('/api/registrations/{id}/duties', { body, params: { header, path: { id } } })),
    touches: ['registrations'],
    done: t('stated'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('stateTitle', { number })}
      yes={t('state')}
      form={form}
      deed={state}
      initialValues={{ ground: 'debt_discharged', formerName: grantors[0]?.legalName }}
      onFinish={(values) => state.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('stateAbout')}</Typography.Paragraph>
      <Form.Item name="ground" label={t('what')}>
        <Radio.Group vertical options={GROUNDS.map((value) => ({ value, label: t(`grounds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="occurredOn" label={t('occurredOn')} rules={[{ required: true }]}>
        <DateInput />
      </Form.Item>
      {ground === 'grantor_renamed' && (
        <>
          <Form.Item name="formerName" label={t('formerName')} rules={[{ required: true }]}>
            <Select options={grantors.map(({ legalName }) => ({ value: legalName, label: legalName }))} />
          </Form.Item>
          <Form.Item name="newName" label={t('newName')} rules={[{ required: true }]}>
            <Input maxLength={200} autoComplete="organization" />
          </Form.Item>
        </>
      )}
    </FormDialog>
  );
}
