// Files a registration: who grants, who is secured, over what, for how long; with the check beside it, and kept as a draft
// while it is written.
import { useNavigate } from '@tanstack/react-router';
import { App, Button, Card, Flex, Form, InputNumber, Select, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { useAsk } from '../../../ui/forms/ask';
import { AmountInput } from '../../../ui/forms/inputs';
import { ProblemBox, useFieldProblems } from '../../../ui/forms/problem';
import { useFilters } from '../../../ui/filters';
import { Page } from '../../../ui/page';
import { InstantText } from '../../../ui/text/date-text';
import { categories } from '../categories';
import { CollateralFields } from './collateral-fields';
import { bodyOf, type FilingValues } from './filing-body';
import { LintPanel } from './lint-panel';
import { PartyFields } from './party-fields';
import { useDraft } from './use-draft';
import { useLint } from './use-lint';

type Body = View<'RegistrationBody'>;

export function RegistrationFormPage() {
  const { t } = useTranslation();
  const ask = useAsk();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [{ draft: draftId }] = useFilters(['draft']);
  const [form] = Form.useForm<FilingValues>();
  const draft = useDraft(form, draftId, t('desk.draftUntitled'));
  const lint = useLint(draft.values && bodyOf(draft.values));
  const file = useDeed({
    call: (body: Body, header) => take(api.POST('/api/registrations', { body, params: { header } })),
    touches: ['registrations'],
    onDone: ({ id, number }) => {
      void draft.discard();
      void message.success(t('registry.filed', { number }));
      void navigate({ to: '/registrations/$id', params: { id } });
    },
  });
  const beside = useFieldProblems(form, file.error);
  const submit = async (values: FilingValues) => {
    const sure = await ask({
      title: t('registry.fileConfirm'),
      consequence: t('registry.fileConsequence'),
      yes: t('registry.fileYes'),
    });
    if (!sure) return;
    const body = bodyOf(values);
    const lintId = lint.idFor(body);
    file.mutate({ ...body, ...(lintId && { lintId }) });
  };
  if (draft.isLoading) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page title={t('registry.file')} about={t('registry.fileAbout')}>
      <ProblemBox error={file.error ?? draft.error} beside={beside} />
      <div className="beside">
        <Form<FilingValues>
          form={form}
          layout="vertical"
          onFinish={(values) => void submit(values)}
          onValuesChange={(_, values) => draft.changed(values)}
          initialValues={useInitialValues()}
        >
          <TermFields />
          <PartyFields name="grantors" title={t('registry.grantors')} />
          <PartyFields name="securedParties" title={t('registry.securedParties')} />
          <CollateralFields />
          <Flex gap={12} align="center" wrap>
            <Button type="primary" htmlType="submit" loading={file.isPending}>
              {t('registry.file')}
            </Button>
            <Button onClick={draft.save} loading={draft.isSaving}>
              {t('desk.draftSave')}
            </Button>
            {draft.kept && (
              <Typography.Text type="secondary">
                {t('desk.draftSaved')} <InstantText at={draft.kept.changedAt} seconds />
              </Typography.Text>
            )}
          </Flex>
        </Form>
        <LintPanel
          lint={lint.lint}
          error={lint.error}
          busy={lint.busy}
          current={lint.current}
          onCheck={lint.check}
        />
      </div>
    </Page>
  );
}

/** Whoever files is secured, unless they say otherwise. */
function useInitialValues() {
  const { data: session } = useSession();
  const own = session?.organisation;
  const identifier = own?.identifiers[0];
  return {
    category: 'receivables_pledge',
    termMonths: 12,
    grantors: [{ identifierScheme: 'USCC' }],
    securedParties: [
      {
        organisationId: own?.id,
        legalName: own?.legalName,
        identifierScheme: identifier?.scheme,
        identifier: identifier?.value,
      },
    ],
    collateral: [{}],
  };
}

function TermFields() {
  const { t } = useTranslation();
  return (
    <Card size="small" style={{ marginBottom: 16 }}>
      <Form.Item name="category" label={t('registry.category')} rules={[{ required: true }]}>
        <Select options={categories.map((value) => ({ value, label: t(`registry.categories.${value}`) }))} />
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
  );
}
