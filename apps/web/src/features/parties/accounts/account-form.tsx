// Proposes an account of the reader's own organisation; it is of no use until the operator has verified it.
import { Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { BoxesItem } from '../../../ui/forms/boxes-item';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { PURPOSES } from './account-words';

type Values = View<'AccountBody'>;

const BANK_CODE = /^\s*(\d\s*){12}$/;

interface AccountFormProps {
  readonly organisationId: string;
  readonly onClose: () => void;
}

export function AccountForm({ organisationId: id, onClose }: AccountFormProps) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [form] = Form.useForm<Values>();
  const propose = useDeed({
    call: (body: Values, header) =>
      take(api.POST('/api/organisations/{id}/accounts', { body, params: { header, path: { id } } })),
    touches: ['accounts'],
    done: t('parties.accounts.proposed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('parties.accounts.propose')}
      yes={t('parties.accounts.propose')}
      form={form}
      deed={propose}
      initialValues={{
        holderName: session?.organisation.legalName,
        currency: 'CNY',
        purposes: [...PURPOSES],
      }}
      onFinish={(values) => propose.mutate(values)}
      onClose={onClose}
    >
      <Typography.Paragraph>{t('parties.accounts.proposeAbout')}</Typography.Paragraph>
      <Form.Item name="accountNumber" label={t('parties.accounts.number')} rules={[{ required: true }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name="holderName" label={t('parties.accounts.holder')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="bankName" label={t('parties.accounts.bank')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item
        name="bankCode"
        label={t('parties.accounts.bankCode')}
        rules={[{ required: true }, { pattern: BANK_CODE, message: t('parties.accounts.bankCodeWrong') }]}
      >
        <Input maxLength={20} inputMode="numeric" placeholder={t('parties.accounts.bankCodeHint')} />
      </Form.Item>
      <Form.Item name="currency" label={t('parties.accounts.currency')} rules={[{ required: true }]}>
        <Input maxLength={3} style={{ width: 100 }} />
      </Form.Item>
      <BoxesItem
        name="purposes"
        label={t('parties.accounts.purposes')}
        options={PURPOSES.map((value) => ({ value, label: t(`parties.accounts.purposeAbout.${value}`) }))}
      />
    </FormDialog>
  );
}
