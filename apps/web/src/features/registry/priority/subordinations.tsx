// Agreements on the ranks of the organisation's registrations: proposed, answered, ended, always by both sides.
import { Button, Flex, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useAsk } from '../../../ui/forms/ask';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { usePriorityTexts } from './texts';

type Agreement = View<'SubordinationView'>;
type Body = View<'SubordinationBody'>;
type Step = View<'SubordinationStepBody'>['step'];

const STEPS: readonly Step[] = ['agree', 'decline', 'withdraw', 'ask_end', 'agree_end', 'keep'];
const COLOURS: Readonly<Record<Agreement['state'], string>> = {
  proposed: 'waiting',
  agreed: 'live',
  ending: 'waiting',
  ended: 'ended',
  declined: 'declined',
  withdrawn: 'ended',
};

export function Subordinations() {
  const t = usePriorityTexts();
  const may = useMay();
  const [proposing, propose] = useState(false);
  const pages = usePages(['subordinations'], (query) =>
    take(api.GET('/api/subordinations', { params: { query } })),
  );
  return (
    <div className="no-print">
      <Section title={t('agreements')} about={t('agreementsAbout')}>
        {may('registration.file') && (
          <Button style={{ marginBottom: 12 }} onClick={() => propose(true)}>
            {t('propose')}
          </Button>
        )}
        <List
          pages={pages}
          columns={useColumns()}
          rowKey={({ id }) => id}
          empty={{ text: t('agreementsEmpty') }}
        />
        {proposing && <ProposalForm onClose={() => propose(false)} />}
      </Section>
    </div>
  );
}

function useColumns(): Column<Agreement>[] {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  const number = (value: string) => <span className="figure">{value}</span>;
  return [
    { key: 'junior', title: t('junior'), render: ({ juniorNumber }) => number(juniorNumber) },
    { key: 'senior', title: t('senior'), render: ({ seniorNumber }) => number(seniorNumber) },
    { key: 'terms', title: t('terms'), render: ({ terms }) => terms },
    {
      key: 'state',
      title: common('common.state'),
      render: ({ state }) => <StateTag state={COLOURS[state]}>{t(`states.${state}`)}</StateTag>,
    },
    { key: 'since', title: t('since'), render: ({ steps }) => <InstantText at={steps.at(-1)?.at ?? ''} /> },
    { key: 'deeds', title: '', render: (agreement) => <Steps agreement={agreement} /> },
  ];
}

/** Each is asked for once more: what it does to the ranks is said before. */
function Steps({ agreement }: { readonly agreement: Agreement }) {
  const t = usePriorityTexts();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const { id, juniorNumber: junior, seniorNumber: senior, actions } = agreement;
  const deed = useDeed({
    call: (step: Step, header) =>
      take(api.POST('/api/subordinations/{id}/steps', { body: { step }, params: { header, path: { id } } })),
    touches: ['subordinations', 'priorities'],
    done: t('stepDone'),
  });
  const doStep = async (step: Step) => {
    const sure = await ask({
      title: t('stepTitle', { step: t(`steps.${step}`), junior, senior }),
      consequence: t(`consequences.${step}`),
      yes: t(`steps.${step}`),
    });
    if (sure) deed.mutate(step, { onError: showProblem });
  };
  return (
    <Flex gap={6} wrap>
      {STEPS.filter((step) => actions.includes(step)).map((step) => (
        <Button
          key={step}
          size="small"
          type={step === 'agree' ? 'primary' : 'default'}
          loading={deed.isPending}
          onClick={() => void doStep(step)}
        >
          {t(`steps.${step}`)}
        </Button>
      ))}
    </Flex>
  );
}

function ProposalForm({ onClose }: { readonly onClose: () => void }) {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Body>();
  const propose = useDeed({
    call: (body: Body, header) => take(api.POST('/api/subordinations', { body, params: { header } })),
    touches: ['subordinations'],
    done: t('proposed'),
    onDone: onClose,
  });
  const required = [{ required: true, message: common('common.required') }];
  return (
    <FormDialog<Body>
      title={t('propose')}
      yes={t('propose')}
      form={form}
      deed={propose}
      onFinish={(values) => propose.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="juniorNumber" label={t('junior')} extra={t('juniorAbout')} rules={required}>
        <Input maxLength={18} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="seniorNumber" label={t('senior')} extra={t('seniorAbout')} rules={required}>
        <Input maxLength={18} inputMode="numeric" />
      </Form.Item>
      <Form.Item name="terms" label={t('terms')} extra={t('termsAbout')} rules={required}>
        <Input.TextArea maxLength={1000} rows={3} />
      </Form.Item>
    </FormDialog>
  );
}
