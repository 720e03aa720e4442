// A new password for somebody else: one person asks and keeps the code, another one agrees and keeps the link.
import { App, Button, Form, Input, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { ProblemBox } from '../../../ui/forms/problem';

interface ResetDeedsProps {
  readonly user: View<'UserView'>;
}
interface Secret {
  readonly about: string;
  readonly text: string;
}

export function ResetDeeds({ user }: ResetDeedsProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [asking, setAsking] = useState(false);
  const [secret, setSecret] = useState<Secret | null>(null);
  const decide = useDeed({
    call: (body: View<'ResetDecisionBody'>) =>
      take(api.POST('/api/users/{id}/password-reset/decision', { body, params: { path: { id: user.id } } })),
    touches: ['users'],
    onDone: ({ token }) => {
      if (token === null) return;
      const text = `${window.location.origin}/reset-password#${token}`;
      setSecret({ about: t('people.linkShown'), text });
    },
  });
  const approve = () =>
    modal.confirm({
      title: t('people.askResetOf', { name: user.name }),
      content: t('people.approveResetAbout', { name: user.name }),
      okText: t('people.approveReset'),
      onOk: () => decide.mutate({ decision: 'approve' }),
    });
  return (
    <>
      {user.actions.includes('ask_reset') && (
        <Button type="link" size="small" onClick={() => setAsking(true)}>
          {t('people.askReset')}
        </Button>
      )}
      {user.actions.includes('approve_reset') && (
        <Button type="link" size="small" onClick={approve}>
          {t('people.approveReset')}
        </Button>
      )}
      {user.actions.includes('decline_reset') && (
        <Button type="link" size="small" danger onClick={() => decide.mutate({ decision: 'decline' })}>
          {t('people.declineReset')}
        </Button>
      )}
      <ProblemBox error={decide.error} />
      {asking && (
        <AskForm
          user={user}
          onClose={() => setAsking(false)}
          onCode={(text) => setSecret({ about: t('people.handoverShown'), text })}
        />
      )}
      {secret && (
        <Modal open title={user.name} footer={null} onCancel={() => setSecret(null)}>
          <p>{secret.about}</p>
          <Typography.Text copyable code style={{ overflowWrap: 'anywhere' }}>
            {secret.text}
          </Typography.Text>
        </Modal>
      )}
    </>
  );
}

interface AskFormProps extends ResetDeedsProps {
  readonly onClose: () => void;
  readonly onCode: (code: string) => void;
}

function AskForm({ user: { id, name }, onClose, onCode }: AskFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<View<'ReasonBody'>>();
  const ask = useDeed({
    call: (body: View<'ReasonBody'>) =>
      take(api.POST('/api/users/{id}/password-reset', { body, params: { path: { id } } })),
    touches: ['users'],
    onDone: ({ handoverCode }) => {
      onClose();
      onCode(handoverCode);
    },
  });
  return (
    <FormDialog<View<'ReasonBody'>>
      title={t('people.askResetOf', { name })}
      yes={t('people.askReset')}
      form={form}
      deed={ask}
      onFinish={(body) => ask.mutate(body)}
      onClose={onClose}
    >
      <p>{t('people.askResetAbout')}</p>
      <Form.Item name="reason" label={t('parties.reason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} />
      </Form.Item>
    </FormDialog>
  );
}
