// Files a registration: who grants, who is secured, over what, for how long.
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Card, Flex, Form, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { useSession } from '../../app/session';
import { useAsk } from '../../ui/forms/ask';
import { AmountInput } from '../../ui/forms/inputs';
import { Page } from '../../ui/page';
import { ProblemBox, useFieldProblems } from '../../ui/forms/problem';
import { categories } from './categories';
import { CollateralFields } from './collateral-fields';
import { bodyOf, type FilingValues } from './filing-body';
import { PartyFields } from './party-fields';

type Body = View<'RegistrationBody'>;

export function RegistrationFormPage() {
  const { t } = useTranslation();
  const ask = useAsk();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const { data: session } = useSession();
  const [form] = Form.useForm<FilingValues>();
  const file = useDeed({
    call: (body: Body, header) => take(api.POST('/api/registrations', { body, params: { header } })),
    touches: ['registrations'],
    onDone: ({ id, number }) => {
      void message.success(t('registry.filed', { number }));
      void navigate({ to: '/registrations/$id', params: { id } });
    },
  });
  const beside = useFieldProblems(form, file.error);
  const own = session?.organisation;
  const submit = async (values: FilingValues) => {
    const sure = await ask({
      title: t('registry.fileConfirm'),
      consequence: t('registry.fileConsequence'),
      yes: t('registry.fileYes'),
    });
    if (sure) file.mutate(bodyOf(values));
  };
  const ownIdentifier = own?.identifiers[0];
  return (
    <Page title={t('registry.file')} about={t('registry.fileAbout')}>
      <ProblemBox error={file.error} beside={beside} />
      <Form<FilingValues>
        form={form}
        layout="vertical"
        onFinish={(values) => void submit(values)}
        initialValues={{
          category: 'receivables_pledge',
          termMonths: 12,
          grantors: [{ identifierScheme: 'USCC' }],
          securedParties: [
            {
              organisationId: own?.id,
              legalName: own?.legalName,
              identifierScheme: ownIdentifier?.scheme,
              identifier: ownIdentifier?.value,
            },
          ],
          collateral: [{}],
        }}
      >
        <Card size="small" style={{ marginBottom: 16 }}>
          <Form.Item name="category" label={t('registry.category')} rules={[{ required: true }]}>
            <Select
              options={categories.map((value) => ({ value, label: t(`registry.categories.${value}`) }))}
            />
          </Form.Item>
          <Flex gap={24} wrap>
            <Form.Item
              name="termMonths"
              label={t('registry.termMonths')}
              extra={t('registry.termHint')}
              rules={[{ required: true }]}
            >
              <InputNumber min={1} max={12000} precision={0} />
            </Form.Item>
            <Form.Item name="maximumAmount" label={t('registry.maximumAmount')} style={{ maxWidth: 280 }}>
              <AmountInput />
            </Form.Item>
          </Flex>
        </Card>
        <PartyFields name="grantors" title={t('registry.grantors')} />
        <PartyFields name="securedParties" title={t('registry.securedParties')} />
        <CollateralFields />
        <Button type="primary" htmlType="submit" loading={file.isPending}>
          {t('registry.file')}
        </Button>
      </Form>
    </Page>
  );
}
