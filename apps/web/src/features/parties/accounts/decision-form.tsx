// The operator's decision on an account, with what it rests on or why it is refused.
import { Descriptions, Form, Input, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { inFours, usePurposes } from './account-words';

export interface Deciding {
  readonly account: View<'AccountView'>;
  readonly decision: 'verified' | 'refused';
}

export function DecisionForm({ account, decision, onClose }: Deciding & { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const named = usePurposes();
  const [form] = Form.useForm<{ reason: string }>();
  const { id, organisationName, accountNumber, holderName, bankName, bankCode, purposes } = account;
  const end = accountNumber.slice(-4);
  const verifies = decision === 'verified';
  const decide = useDeed({
    call: (body: View<'AccountDecisionBody'>, header) =>
      take(api.POST('/api/accounts/{id}/verification', { body, params: { header, path: { id } } })),
    touches: ['accounts'],
    done: t('parties.accounts.decided'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ reason: string }>
      title={t(verifies ? 'parties.accounts.verifyTitle' : 'parties.accounts.refuseTitle', { end })}
      yes={t(verifies ? 'parties.accounts.verify' : 'parties.accounts.refuse')}
      form={form}
      deed={decide}
      onFinish={({ reason }) => decide.mutate({ decision, reason })}
      onClose={onClose}
    >
      <Descriptions
        colon={false}
        size="small"
        column={1}
        items={[
          { key: 'whose', label: t('parties.accounts.whose'), children: organisationName },
          {
            key: 'number',
            label: t('parties.accounts.number'),
            children: <strong className="figure">{inFours(accountNumber)}</strong>,
          },
          { key: 'holder', label: t('parties.accounts.holder'), children: holderName },
          { key: 'bank', label: t('parties.accounts.bank'), children: `${bankName} · ${bankCode}` },
        ]}
      />
      <Typography.Paragraph>
        {verifies
          ? t('parties.accounts.verifyConsequence', { purposes: named(purposes) })
          : t('parties.accounts.refuseConsequence')}
      </Typography.Paragraph>
      <Form.Item
        name="reason"
        label={t(verifies ? 'parties.accounts.verifyReason' : 'parties.accounts.refuseReason')}
        rules={[{ required: true }]}
      >
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
