// The public door for organisations that are not here yet.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { ProblemBox, useFieldProblems } from '../../ui/forms/problem';
import { DocumentFields } from './document-fields';
import { Door } from './door';
import { IdentifierFields } from './identifier-fields';
import { KINDS, REQUESTABLE } from './kinds';

type Values = View<'JoiningBody'>;

/** Of a trading partner's link; behind #, so that it reaches no server's log. */
const invitationToken = () => window.location.hash.slice(1) || undefined;

export function ApplyPage() {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const submit = useMutation({
    mutationFn: ({ contact, ...values }: Values) => {
      const token = invitationToken();
      const postalAddress = contact.postalAddress ?? null;
      const body = { ...values, contact: { ...contact, postalAddress } };
      return take(
        api.POST('/api/applications', { body: token ? { ...body, invitationToken: token } : body }),
      );
    },
  });
  const beside = useFieldProblems(form, submit.error);
  return (
    <Door title={t('joining.apply')} about={t('joining.applyAbout')}>
      {submit.data ? (
        <Alert
          type="success"
          showIcon
          role="status"
          title={t('joining.submitted')}
          description={t('joining.submittedAbout', { id: submit.data.id })}
        />
      ) : (
        <>
          <ProblemBox error={submit.error} beside={beside} />
          <Form<Values>
            form={form}
            layout="vertical"
            initialValues={{ kind: 'enterprise', identifiers: [{ scheme: 'USCC' }], documents: [] }}
            onFinish={(values) => submit.mutate(values)}
          >
            <ApplicantFields />
            <Button
              type="primary"
              htmlType="submit"
              block
              size="large"
              loading={submit.isPending}
              style={{ marginTop: 24 }}
            >
              {t('joining.submit')}
            </Button>
          </Form>
        </>
      )}
    </Door>
  );
}

function ApplicantFields() {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item name="kind" label={t('joining.kind')}>
        <Select options={KINDS.map((value) => ({ value, label: t(`joining.kinds.${value}`) }))} />
      </Form.Item>
      <Form.Item name="legalName" label={t('parties.name')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="capabilities" label={t('parties.capabilities')} rules={[{ required: true }]}>
        <Select
          mode="multiple"
          options={REQUESTABLE.map((value) => ({ value, label: t(`parties.capability.${value}`) }))}
        />
      </Form.Item>
      <IdentifierFields />
      <h2 style={{ fontSize: 16, marginTop: 24 }}>{t('joining.contact')}</h2>
      <Form.Item name={['contact', 'name']} label={t('joining.contactName')} rules={[{ required: true }]}>
        <Input maxLength={200} autoComplete="name" />
      </Form.Item>
      <Form.Item name={['contact', 'email']} label={t('joining.email')} rules={[{ required: true }]}>
        <Input maxLength={200} type="email" autoComplete="email" />
      </Form.Item>
      <Form.Item name={['contact', 'phone']} label={t('joining.phone')} rules={[{ required: true }]}>
        <Input maxLength={31} type="tel" autoComplete="tel" />
      </Form.Item>
      <Form.Item name={['contact', 'postalAddress']} label={t('joining.postalAddress')}>
        <Input maxLength={200} autoComplete="street-address" />
      </Form.Item>
      <h2 style={{ fontSize: 16 }}>{t('joining.documents')}</h2>
      <p className="muted">{t('joining.documentsAbout')}</p>
      <DocumentFields />
    </>
  );
}
