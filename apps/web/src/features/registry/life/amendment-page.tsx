// Amends a registration: the form holds what it says now, and what is changed in it is what is amended.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { App, Button, Card, Form, Input, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useAsk } from '../../../ui/forms/ask';
import { AmountInput } from '../../../ui/forms/inputs';
import { ProblemBox, useFieldProblems } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { CollateralFields } from '../filing/collateral-fields';
import { LintPanel } from '../filing/lint-panel';
import { PartyFields } from '../filing/party-fields';
import { useLint } from '../filing/use-lint';
import { type AmendmentValues, amendmentOf, valuesOf } from './amendment-body';
import { CodeField } from './code-field';
import { useLifeTexts } from './texts';

export function AmendmentPage() {
  const { id = '' } = useParams({ strict: false });
  const registration = useQuery({
    queryKey: ['registrations', 'one', id],
    queryFn: () => take(api.GET('/api/registrations/{id}', { params: { path: { id } } })),
  });
  const history = useQuery({
    queryKey: ['registrations', 'history', id, ''],
    queryFn: () => take(api.GET('/api/registrations/{id}/history', { params: { path: { id } } })),
  });
  const error = registration.error ?? history.error;
  if (error) return <ProblemBox error={error} onRetry={history.refetch} />;
  if (!registration.data || !history.data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return <AmendmentForm registration={registration.data} history={history.data} />;
}

interface AmendmentFormProps {
  readonly registration: View<'RegistrationView'>;
  readonly history: View<'RegistrationHistoryView'>;
}

function AmendmentForm({ registration, history }: AmendmentFormProps) {
  const { t: common } = useTranslation();
  const t = useLifeTexts();
  const ask = useAsk();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [form] = Form.useForm<AmendmentValues>();
  const { id, number, category, termMonths } = registration;
  const [values, setValues] = useState<AmendmentValues | null>(null);
  const bodyOf = (given: AmendmentValues) => amendmentOf(history, { ...given, category, termMonths });
  const draftOf = (given: AmendmentValues) => checkedOf(bodyOf(given), registration);
  const lint = useLint(values && draftOf(values));
  const amend = useDeed({
    call: (body: View<'AmendmentBody'>, header) =>
      take(api.POST('/api/registrations/{id}/amendments', { body, params: { header, path: { id } } })),
    touches: ['registrations'],
    onDone: () => {
      void message.success(t('amended'));
      void navigate({ to: '/registrations/$id', params: { id } });
    },
  });
  const beside = useFieldProblems(form, amend.error);
  const submit = async (given: AmendmentValues) => {
    const sure = await ask({
      ...{ title: t('amendConfirm'), consequence: t('amendConsequence'), yes: t('amend') },
    });
    const lintId = lint.idFor(draftOf(given));
    if (sure) amend.mutate({ ...bodyOf(given), ...(lintId && { lintId }) });
  };
  return (
    <Page title={t('amendTitle', { number })} about={t('amendAbout')}>
      <ProblemBox error={amend.error} beside={beside} />
      <div className="beside">
        <Form<AmendmentValues>
          form={form}
          layout="vertical"
          initialValues={valuesOf(history)}
          onFinish={(given) => void submit(given)}
          onValuesChange={(_, given) => setValues(given)}
        >
          <PartyFields name="grantors" title={common('registry.grantors')} />
          <PartyFields name="securedParties" title={common('registry.securedParties')} />
          <CollateralFields />
          <Card size="small" style={{ marginBottom: 16 }}>
            <Form.Item
              name="maximumAmount"
              label={common('registry.maximumAmount')}
              style={{ maxWidth: 280 }}
            >
              <AmountInput />
            </Form.Item>
            <Form.Item name="reason" label={t('reason')} rules={[{ required: true }]}>
              <Input.TextArea maxLength={500} rows={2} />
            </Form.Item>
            <CodeField registration={registration} />
          </Card>
          <Button type="primary" htmlType="submit" loading={amend.isPending}>
            {t('amend')}
          </Button>
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

/** A check knows drafts, whose lines have no numbers yet. */
function checkedOf(
  {
    version: _,
    reason: __,
    modificationCode: ___,
    grantors,
    securedParties,
    collateral,
    ...rest
  }: View<'AmendmentBody'>,
  { id, category, termMonths }: View<'RegistrationView'>,
): View<'LintBody'> {
  return {
    ...{ ...rest, category, termMonths, amends: id },
    grantors: grantors.map(unnumbered),
    securedParties: securedParties.map(unnumbered),
    collateral: collateral.map(unnumbered),
  };
}

const unnumbered = <T extends object>({ no: _, ...line }: T & { readonly no?: number | null }): T =>
  line as unknown as T;
