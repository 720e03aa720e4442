// Which deeds of the organisation wait for a second person, and above which amount.
import { Button, Form, Radio, Tag } from 'antd';
import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { wholeList } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { FormDialog } from '../../ui/forms/form-dialog';
import { AmountInput } from '../../ui/forms/inputs';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { useSentence } from '../../ui/text/bilingual';
import { MoneyText } from '../../ui/text/money-text';

type Mark = View<'MarkView'>;
type When = 'never' | 'above' | 'always';
interface Values {
  readonly when: When;
  readonly amount?: string;
}

const CURRENCY = 'CNY';
const whenOf = ({ active, threshold }: Mark): When => {
  if (!active) return 'never';
  return threshold ? 'above' : 'always';
};

export function MarksPage() {
  const { t } = useTranslation();
  const [changing, change] = useState<Mark | null>(null);
  const marks = useQuery({ queryKey: ['marks'], queryFn: () => take(api.GET('/api/approval-marks')) });
  return (
    <Page title={t('approvals.marks')} about={t('approvals.marksAbout')}>
      <List
        pages={wholeList(marks, marks.data?.items)}
        columns={useColumns(change)}
        rowKey={({ command }) => command}
        empty={{ text: t('approvals.marksEmpty') }}
      />
      {changing && <MarkForm mark={changing} onClose={() => change(null)} />}
    </Page>
  );
}

function useColumns(onChange: (mark: Mark) => void): Column<Mark>[] {
  const { t } = useTranslation();
  const sentence = useSentence();
  const may = useMay();
  return [
    { key: 'command', title: t('approvals.command'), render: ({ commandText }) => sentence(commandText) },
    {
      key: 'when',
      title: t('approvals.when'),
      render: (mark) => (
        <>
          <Tag color={mark.active ? 'green' : 'default'}>{t(`approvals.whens.${whenOf(mark)}`)}</Tag>
          {mark.active && mark.threshold && <MoneyText money={mark.threshold} />}
        </>
      ),
    },
    {
      key: 'deeds',
      title: '',
      render: (mark) =>
        may('approval.mark') && (
          <Button size="small" onClick={() => onChange(mark)}>
            {t('approvals.change')}
          </Button>
        ),
    },
  ];
}

function MarkForm({ mark, onClose }: { readonly mark: Mark; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const [form] = Form.useForm<Values>();
  const when = Form.useWatch('when', form);
  const set = useDeed({
    call: (body: View<'MarkBody'>, header) =>
      take(api.POST('/api/approval-marks', { body, params: { header } })),
    touches: ['marks'],
    done: t('approvals.markSet'),
    onDone: onClose,
  });
  const currency = mark.threshold?.currency ?? CURRENCY;
  const submit = ({ when: chosen, amount = '' }: Values) =>
    set.mutate({
      command: mark.command,
      active: chosen !== 'never',
      ...(chosen === 'above' && { threshold: { amount, currency } }),
    });
  const choices: readonly When[] = mark.hasAmount ? ['never', 'above', 'always'] : ['never', 'always'];
  return (
    <FormDialog<Values>
      title={sentence(mark.commandText)}
      form={form}
      deed={set}
      names={{ threshold: 'amount' }}
      initialValues={{ when: whenOf(mark), amount: mark.threshold?.amount }}
      onFinish={submit}
      onClose={onClose}
    >
      <Form.Item name="when" label={t('approvals.when')} extra={t('approvals.looserHint')}>
        <Radio.Group options={choices.map((value) => ({ value, label: t(`approvals.whens.${value}`) }))} />
      </Form.Item>
      {when === 'above' && (
        <Form.Item
          name="amount"
          label={t('approvals.threshold')}
          rules={[{ required: true, message: t('common.required') }]}
        >
          <AmountInput currency={currency} />
        </Form.Item>
      )}
    </FormDialog>
  );
}
