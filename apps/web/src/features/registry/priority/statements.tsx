// Claims that the organisation stated without registering them, and the form by which it states one.
import { Button, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { AmountInput } from '../../../ui/forms/inputs';
import { InstantInput } from '../../../ui/forms/instant-input';
import { ReasonForm } from '../../../ui/forms/reason-form';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { usePriorityTexts } from './texts';

type Stated = View<'UnregisteredClaimView'>;
type Body = View<'UnregisteredClaimBody'>;
type Values = Omit<Body, 'amount'> & { readonly amount?: string };

export function Statements() {
  const t = usePriorityTexts();
  const [stating, state] = useState(false);
  const [ending, end] = useState<Stated | null>(null);
  const pages = usePages(['unregistered-claims'], (query) =>
    take(api.GET('/api/unregistered-claims', { params: { query } })),
  );
  return (
    <div className="no-print">
      <Section title={t('statements')} about={t('statementsAbout')}>
        <Button style={{ marginBottom: 12 }} onClick={() => state(true)}>
          {t('state')}
        </Button>
        <List
          pages={pages}
          columns={useColumns(end)}
          rowKey={({ id }) => id}
          empty={{ text: t('statementsEmpty') }}
        />
        {stating && <StatementForm onClose={() => state(false)} />}
        {ending && (
          <ReasonForm
            title={t('endTitle', { holder: ending.holder })}
            yes={t('end')}
            consequence={t('endConsequence')}
            touches={['unregistered-claims', 'priorities']}
            act={(body, header) =>
              take(
                api.POST('/api/unregistered-claims/{id}/end', {
                  body,
                  params: { header, path: { id: ending.id } },
                }),
              )
            }
            onClose={() => end(null)}
          />
        )}
      </Section>
    </div>
  );
}

function useColumns(onEnd: (stated: Stated) => void): Column<Stated>[] {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  return [
    { key: 'asset', title: t('asset'), render: ({ assetKey }) => <span className="hash">{assetKey}</span> },
    { key: 'kind', title: t('kind'), render: ({ kind }) => t(`kinds.${kind}`) },
    { key: 'holder', title: t('holder'), render: ({ holder }) => holder },
    {
      key: 'amount',
      title: t('secures'),
      right: true,
      render: ({ amount }) => (amount ? <MoneyText money={amount} /> : t('all')),
    },
    {
      key: 'noticed',
      title: t('noticed'),
      render: ({ noticeArrivedAt }) => (noticeArrivedAt ? <InstantText at={noticeArrivedAt} /> : '—'),
    },
    { key: 'statedAt', title: t('statedAt'), render: ({ statedAt }) => <InstantText at={statedAt} /> },
    {
      key: 'state',
      title: common('common.state'),
      render: ({ endedAt }) => (endedAt ? t('over', { at: endedAt.slice(0, 10) }) : t('standing')),
    },
    {
      key: 'deeds',
      title: '',
      render: (stated) =>
        stated.actions.includes('end') && (
          <Button size="small" onClick={() => onEnd(stated)}>
            {t('end')}
          </Button>
        ),
    },
  ];
}

const bodyOf = ({ amount, noticeArrivedAt, ...values }: Values): Body => ({
  ...values,
  ...(noticeArrivedAt ? { noticeArrivedAt } : {}),
  ...(amount ? { amount: { amount, currency: 'CNY' } } : {}),
});

function StatementForm({ onClose }: { readonly onClose: () => void }) {
  const t = usePriorityTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<Values>();
  const state = useDeed({
    call: (body: Body, header) => take(api.POST('/api/unregistered-claims', { body, params: { header } })),
    touches: ['unregistered-claims', 'priorities'],
    done: t('stated'),
    onDone: onClose,
  });
  const required = [{ required: true, message: common('common.required') }];
  return (
    <FormDialog<Values>
      title={t('state')}
      yes={t('state')}
      form={form}
      deed={state}
      initialValues={{ kind: 'factoring' }}
      onFinish={(values) => state.mutate(bodyOf(values))}
      onClose={onClose}
    >
      <Form.Item name="kind" label={t('kind')}>
        <Segmented
          options={(['factoring', 'assignment'] as const).map((value) => ({
            value,
            label: t(`kinds.${value}`),
          }))}
        />
      </Form.Item>
      <Form.Item name="assetKey" label={t('asset')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="holder" label={t('holder')} rules={required}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="amount" label={t('amount')} extra={t('amountAbout')}>
        <AmountInput />
      </Form.Item>
      <Form.Item name="concludedAt" label={t('concluded')} rules={required}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="noticeArrivedAt" label={t('noticed')} extra={t('noticedAbout')}>
        <InstantInput />
      </Form.Item>
      <Form.Item name="evidence" label={t('evidence')} extra={t('evidenceAbout')} rules={required}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
