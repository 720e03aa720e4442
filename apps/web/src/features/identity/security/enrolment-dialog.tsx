// Sets up an authenticator: the password once more, the picture to scan, a first code, and then the recovery codes.
import { Button, Form, Input, Modal, QRCode } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { RecoveryCodes } from './recovery-codes';

export function EnrolmentDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [begun, setBegun] = useState<View<'EnrolmentView'> | null>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const [form] = Form.useForm<{ password: string; code: string }>();
  const begin = useDeed({
    call: (body: View<'OwnPasswordBody'>) => take(api.POST('/api/auth/totp', { body })),
    touches: [],
    onDone: setBegun,
  });
  const confirm = useDeed({
    call: (body: View<'CodeBody'>) => take(api.POST('/api/auth/totp/confirmation', { body })),
    touches: ['session', 'sessions'],
    onDone: ({ recoveryCodes }) => setCodes(recoveryCodes),
  });
  if (codes)
    return (
      <Modal
        open
        title={t('identity.recoveryCodes')}
        onCancel={onClose}
        footer={
          <Button type="primary" onClick={onClose}>
            {t('identity.kept')}
          </Button>
        }
      >
        <RecoveryCodes codes={codes} />
      </Modal>
    );
  return (
    <FormDialog<{ password: string; code: string }>
      title={t('identity.enrol')}
      yes={t(begun ? 'identity.confirmCode' : 'identity.next')}
      form={form}
      deed={begun ? confirm : begin}
      onFinish={({ password, code }) =>
        begun ? confirm.mutate({ code: code.trim() }) : begin.mutate({ password })
      }
      onClose={onClose}
    >
      {begun ? (
        <>
          <p>{t('identity.scan')}</p>
          <QRCode value={begun.address} size={200} bgColor="#ffffff" color="#000000" />
          <p className="muted" style={{ overflowWrap: 'anywhere' }}>
            {t('identity.secret')} <code>{begun.secret}</code>
          </p>
          <Form.Item name="code" label={t('identity.code')} rules={[{ required: true }]}>
            <Input autoComplete="one-time-code" inputMode="numeric" maxLength={6} />
          </Form.Item>
        </>
      ) : (
        <Form.Item name="password" label={t('identity.currentPassword')} rules={[{ required: true }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
    </FormDialog>
  );
}
