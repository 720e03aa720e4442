// Takes a modification code and shows it once: whoever is given it may change the registration in place of who filed.
import { Form, Modal, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { useLifeTexts } from './texts';

interface CodeFormProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number'>;
  readonly onClose: () => void;
}

export function CodeForm({ registration: { id, number }, onClose }: CodeFormProps) {
  const t = useLifeTexts();
  const { t: common } = useTranslation();
  const [form] = Form.useForm<object>();
  const [code, show] = useState<string | null>(null);
  const issue = useDeed({
    call: (_: null) =>
      take(api.POST('/api/registrations/{id}/modification-code', { params: { path: { id } } })),
    touches: ['registrations'],
    onDone: ({ modificationCode }: View<'ModificationCodeView'>) => show(modificationCode),
  });
  const title = t('codeTitle', { number });
  if (code === null)
    return (
      <FormDialog<object>
        {...{ title, form, onClose }}
        yes={t('codeTake')}
        deed={issue}
        onFinish={() => issue.mutate(null)}
      >
        <p>{t('codeAbout')}</p>
      </FormDialog>
    );
  return (
    <Modal
      open
      title={title}
      onCancel={onClose}
      onOk={onClose}
      okText={common('common.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
    >
      <p>{t('codeShown')}</p>
      <Typography.Text copyable code style={{ fontSize: 18 }}>
        {code}
      </Typography.Text>
    </Modal>
  );
}
