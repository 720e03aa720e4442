// What the reader may do with an approval: approve, decline with a reason, or take their own back.
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { useAsk } from '../../ui/forms/ask';
import { FormDialog } from '../../ui/forms/form-dialog';
import { useProblemDialog } from '../../ui/forms/problem-dialog';
import { useSentence } from '../../ui/text/bilingual';

type Approval = View<'ApprovalView'>;
/** A deed that is done at last may change any list. */
const TOUCHED = ['approvals', 'marks', 'limits', 'offers', 'requests', 'deals', 'registrations', 'accounts'];

export function ApprovalDeeds({ approval }: { readonly approval: Approval }) {
  const { actions } = approval;
  return (
    <>
      {actions.includes('approve') && <Approve approval={approval} />}
      {actions.includes('decline') && <Decline id={approval.id} />}
      {actions.includes('withdraw') && <Withdraw id={approval.id} />}
    </>
  );
}

function useDecide(id: string, done: string, onDone?: () => void) {
  return useDeed({
    call: (body: View<'ApprovalDecisionBody'>, header) =>
      take(api.POST('/api/approvals/{id}/decision', { body, params: { header, path: { id } } })),
    touches: [...TOUCHED, 'parameters'],
    done,
    ...(onDone && { onDone }),
  });
}

function Approve({ approval: { id, commandText, madeByName } }: { readonly approval: Approval }) {
  const { t } = useTranslation();
  const ask = useAsk();
  const sentence = useSentence();
  const showProblem = useProblemDialog();
  const decide = useDecide(id, t('approvals.approved'));
  const confirm = async () => {
    const sure = await ask({
      title: t('approvals.approveTitle', { deed: sentence(commandText) }),
      consequence: t('approvals.approveConsequence', { name: madeByName }),
      yes: t('approvals.approve'),
    });
    if (sure) decide.mutate({ decision: 'approve' }, { onError: showProblem });
  };
  return (
    <Button type="primary" loading={decide.isPending} onClick={() => void confirm()}>
      {t('approvals.approve')}
    </Button>
  );
}

function Decline({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  const decide = useDecide(id, t('approvals.declined'), close);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('approvals.decline')}</Button>
      {open && (
        <FormDialog<{ reason: string }>
          title={t('approvals.declineTitle')}
          yes={t('approvals.decline')}
          form={form}
          deed={decide}
          onFinish={({ reason }) => decide.mutate({ decision: 'decline', reason })}
          onClose={close}
        >
          <Form.Item name="reason" label={t('approvals.reason')} rules={[{ required: true }]}>
            <Input.TextArea maxLength={500} rows={2} />
          </Form.Item>
        </FormDialog>
      )}
    </>
  );
}

function Withdraw({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const withdraw = useDeed({
    call: (path: { id: string }, header) =>
      take(api.POST('/api/approvals/{id}/withdrawal', { params: { header, path } })),
    touches: ['approvals'],
    done: t('approvals.withdrawn'),
  });
  return (
    <Button
      danger
      loading={withdraw.isPending}
      onClick={() => withdraw.mutate({ id }, { onError: showProblem })}
    >
      {t('approvals.withdraw')}
    </Button>
  );
}
