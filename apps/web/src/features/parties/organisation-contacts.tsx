// The verified contacts of an organisation; only the operator adds to them, after reaching the person by its own way.
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { useMay, useSession } from '../../app/session';
import { FormDialog } from '../../ui/forms/form-dialog';
import { ProblemBox } from '../../ui/forms/problem';
import { SOURCES } from '../joining/kinds';

type Values = View<'ContactBody'>;
const PURPOSES = ['confirmation', 'finance', 'legal', 'general'] as const;

interface OrganisationContactsProps {
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

export function OrganisationContacts({
  organisation: { id, legalName },
  onClose,
}: OrganisationContactsProps) {
  const { t } = useTranslation();
  const may = useMay();
  const { data: session } = useSession();
  const [adding, setAdding] = useState(false);
  const { data, error } = useQuery({
    queryKey: ['contacts', id],
    queryFn: () => take(api.GET('/api/organisations/{id}/contacts', { params: { path: { id } } })),
  });
  const mayAdd = may('contact.verify') && session?.organisation.id !== id;
  if (adding) return <ContactForm id={id} onClose={() => setAdding(false)} />;
  return (
    <Modal
      open
      title={t('parties.contactsOf', { name: legalName })}
      onCancel={onClose}
      footer={
        mayAdd && (
          <Button type="primary" onClick={() => setAdding(true)}>
            {t('parties.contactAdd')}
          </Button>
        )
      }
    >
      <ProblemBox error={error} />
      {data?.items.length === 0 && <p>{t('parties.contactsEmpty')}</p>}
      {data?.items.map(({ id: contact, name, email, phone, purpose, source }) => (
        <p key={contact}>
          <strong>{name}</strong> · {t(`parties.contactPurposes.${purpose}`)}
          <br />
          {email} · {phone}
          <br />
          <Typography.Text type="secondary">{t(`joining.sources.${source}`)}</Typography.Text>
        </p>
      ))}
    </Modal>
  );
}

function ContactForm({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Values>();
  const verify = useDeed({
    call: ({ postalAddress, ...body }: Values, header) =>
      take(
        api.POST('/api/organisations/{id}/contacts', {
          body: { ...body, postalAddress: postalAddress || null },
          params: { header, path: { id } },
        }),
      ),
    touches: ['contacts'],
    done: t('parties.changed'),
    onDone: onClose,
  });
  return (
    <FormDialog<Values>
      title={t('parties.contactAdd')}
      form={form}
      deed={verify}
      initialValues={{ purpose: 'confirmation', source: 'call_back' }}
      onFinish={(values) => verify.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="name" label={t('joining.contactName')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="email" label={t('joining.email')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="phone" label={t('joining.phone')} rules={[{ required: true }]}>
        <Input maxLength={31} />
      </Form.Item>
      <Form.Item name="postalAddress" label={t('joining.postalAddress')}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="purpose" label={t('parties.contactPurpose')}>
        <Select
          options={PURPOSES.map((value) => ({ value, label: t(`parties.contactPurposes.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="source" label={t('joining.source')}>
        <Select options={SOURCES.map((value) => ({ value, label: t(`joining.sources.${value}`) }))} />
      </Form.Item>
    </FormDialog>
  );
}
