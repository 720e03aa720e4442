// What is done with an account beside its decision: the one-cent test, its answer, and the lock.
import { Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { ReasonForm } from '../../../ui/forms/reason-form';

interface AccountDeedProps {
  readonly account: View<'AccountView'>;
  readonly onClose: () => void;
}

export function LockForm({ account: { id, accountNumber }, onClose }: AccountDeedProps) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      title={t('parties.accounts.lockTitle', { end: accountNumber.slice(-4) })}
      yes={t('parties.accounts.lock')}
      consequence={t('parties.accounts.lockConsequence')}
      touches={['accounts']}
      act={(body, header) =>
        take(api.POST('/api/accounts/{id}/lock', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}

export function TestForm({ account: { id, accountNumber }, onClose }: AccountDeedProps) {
  const { t } = useTranslation();
  const { t: ofTest } = useTranslation('accountTest');
  const [form] = Form.useForm<object>();
  const send = useDeed({
    call: (_: null, header) =>
      take(api.POST('/api/accounts/{id}/test', { params: { header, path: { id } } })),
    touches: ['accounts'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<object>
      title={t('parties.accounts.testTitle', { end: accountNumber.slice(-4) })}
      yes={t('parties.accounts.test')}
      form={form}
      deed={send}
      onFinish={() => send.mutate(null)}
      onClose={onClose}
    >
      <p>{ofTest('about')}</p>
    </FormDialog>
  );
}

export function AnswerForm({ account: { id, accountNumber }, onClose }: AccountDeedProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<View<'TestAnswerBody'>>();
  const answer = useDeed({
    call: (body: View<'TestAnswerBody'>, header) =>
      take(api.POST('/api/accounts/{id}/test-answer', { body, params: { header, path: { id } } })),
    touches: ['accounts'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<View<'TestAnswerBody'>>
      title={t('parties.accounts.answerTitle', { end: accountNumber.slice(-4) })}
      yes={t('parties.accounts.answer')}
      form={form}
      deed={answer}
      onFinish={(values) => answer.mutate(values)}
      onClose={onClose}
    >
      <p>{t('parties.accounts.answerAbout')}</p>
      <Form.Item name="reference" label={t('parties.accounts.reference')} rules={[{ required: true }]}>
        <Input maxLength={20} inputMode="numeric" />
      </Form.Item>
    </FormDialog>
  );
}
