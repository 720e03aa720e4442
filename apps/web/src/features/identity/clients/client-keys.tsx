// The public keys of a program: another one is added before the old one is retired.
import { App, Button, Flex, Form, Input, Tag, Tooltip } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { ProblemBox } from '../../../ui/forms/problem';
import { readPublicKey } from './public-key';

interface ClientKeysProps {
  readonly client: View<'ClientView'>;
}

export function ClientKeys({ client: { id, keys, actions } }: ClientKeysProps) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const [adding, setAdding] = useState(false);
  const retire = useDeed({
    call: (body: View<'KeyRetirementBody'>, header) =>
      take(api.POST('/api/clients/{id}/keys/retirement', { body, params: { header, path: { id } } })),
    touches: ['clients'],
    done: t('people.keyRetired'),
  });
  const ask = (kid: string) =>
    modal.confirm({
      title: t('people.keyRetireOf'),
      content: t('people.keyRetireAbout'),
      okText: t('people.keyRetire'),
      onOk: () => retire.mutate({ kid }),
    });
  return (
    <Flex vertical gap={4} align="start">
      {keys.length === 0 && <span className="muted">{t('people.keysNone')}</span>}
      {keys.map(({ kid, curve, retiredAt }) => (
        <Flex key={kid} gap={4} align="center" wrap>
          <Tooltip title={kid}>
            <Tag color={retiredAt === null ? 'green' : 'default'}>
              {curve} {kid.slice(0, 8)}…{retiredAt === null ? '' : ` ${t('people.keyState')}`}
            </Tag>
          </Tooltip>
          {retiredAt === null && actions.includes('retire_key') && (
            <Button type="link" size="small" danger onClick={() => ask(kid)}>
              {t('people.keyRetire')}
            </Button>
          )}
        </Flex>
      ))}
      {actions.includes('add_key') && (
        <Button size="small" onClick={() => setAdding(true)}>
          {t('people.keyAdd')}
        </Button>
      )}
      <ProblemBox error={retire.error} />
      {adding && <KeyForm id={id} onClose={() => setAdding(false)} />}
    </Flex>
  );
}

interface KeyFormProps {
  readonly id: string;
  readonly onClose: () => void;
}

function KeyForm({ id, onClose }: KeyFormProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ text: string }>();
  const add = useDeed({
    call: (body: View<'ClientKeyBody'>, header) =>
      take(api.POST('/api/clients/{id}/keys', { body, params: { header, path: { id } } })),
    touches: ['clients'],
    done: t('people.keyAdded'),
    onDone: onClose,
  });
  const send = async ({ text }: { text: string }) => {
    const jwk = await readPublicKey(text.trim());
    if (jwk) add.mutate({ jwk });
    else form.setFields([{ name: 'text', errors: [t('people.keyUnreadable')] }]);
  };
  return (
    <FormDialog<{ text: string }>
      title={t('people.keyAdd')}
      form={form}
      deed={add}
      onFinish={(values) => void send(values)}
      onClose={onClose}
    >
      <Form.Item
        name="text"
        label={t('people.keyText')}
        extra={t('people.keyAbout')}
        rules={[{ required: true }]}
      >
        <Input.TextArea rows={6} maxLength={4000} spellCheck={false} />
      </Form.Item>
    </FormDialog>
  );
}
