// The signing keys of an organisation: made in the browser, approved by a colleague, revoked when lost.
import { Button, Flex, Form, Input } from 'antd';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { canonicalJson } from '#kernel';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay, useSession } from '../../../app/session';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { InstantText } from '../../../ui/text/date-text';
import { StateTag } from '../../../ui/text/state-tag';
import { keysHere, makeKey, signWith } from './browser-key';

type Key = View<'SigningKeyView'>;
const COLOUR: Readonly<Record<Key['state'], string>> = {
  proposed: 'draft',
  active: 'confirmed',
  declined: 'refused',
  revoked: 'refused',
};

export function SigningKeysPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [making, make] = useState(false);
  const [revoking, revoke] = useState<Key | null>(null);
  const pages = usePages(['signing-keys'], (query) =>
    take(api.GET('/api/signing-keys', { params: { query } })),
  );
  return (
    <Page
      title={t('confirming.keysTitle')}
      about={t('confirming.keysAbout')}
      deeds={
        may('key.register') && (
          <Button type="primary" onClick={() => make(true)}>
            {t('confirming.makeKey')}
          </Button>
        )
      }
    >
      <List
        pages={pages}
        columns={useColumns(revoke)}
        rowKey={({ id }) => id}
        empty={{ text: t('confirming.keysEmpty') }}
      />
      {making && <MakeForm onClose={() => make(false)} />}
      {revoking && <RevokeForm held={revoking} onClose={() => revoke(null)} />}
    </Page>
  );
}

function useColumns(onRevoke: (key: Key) => void): Column<Key>[] {
  const { t } = useTranslation();
  const { data: here = [] } = useQuery({ queryKey: ['signing-keys', 'held'], queryFn: keysHere });
  return [
    {
      key: 'label',
      title: t('confirming.keyLabel'),
      render: ({ label, isOwn, publicKey }) => (
        <>
          <strong>{label}</strong>
          <div className="muted">
            {[isOwn && t('confirming.own'), here.includes(publicKey) && t('confirming.here')]
              .filter(Boolean)
              .join(' · ')}
          </div>
        </>
      ),
    },
    { key: 'algorithm', title: t('confirming.algorithm'), render: ({ algorithm }) => algorithm },
    {
      key: 'state',
      title: '',
      render: ({ state, reason }) => (
        <>
          <StateTag state={COLOUR[state]}>{t(`confirming.keyState.${state}`)}</StateTag>
          {reason && <div className="muted">{reason}</div>}
        </>
      ),
    },
    {
      key: 'until',
      title: t('confirming.validUntil'),
      render: ({ validUntil }) => validUntil && <InstantText at={validUntil} />,
    },
    { key: 'deeds', title: '', render: (key) => <KeyDeeds held={key} onRevoke={onRevoke} /> },
  ];
}

function KeyDeeds({ held, onRevoke }: { readonly held: Key; readonly onRevoke: (key: Key) => void }) {
  const { t } = useTranslation();
  const showProblem = useProblemDialog();
  const { id, actions } = held;
  const decide = useDeed({
    call: (body: View<'KeyDecisionBody'>, header) =>
      take(api.POST('/api/signing-keys/{id}/decision', { body, params: { header, path: { id } } })),
    touches: ['signing-keys'],
    done: t('confirming.keyChanged'),
  });
  const decided = (decision: 'approve' | 'decline') => decide.mutate({ decision }, { onError: showProblem });
  return (
    <Flex gap={4} wrap>
      {actions.includes('approve') && (
        <Button size="small" type="primary" onClick={() => decided('approve')}>
          {t('confirming.approveKey')}
        </Button>
      )}
      {actions.includes('decline') && (
        <Button size="small" onClick={() => decided('decline')}>
          {t('confirming.declineKey')}
        </Button>
      )}
      {actions.includes('revoke') && (
        <Button size="small" danger onClick={() => onRevoke(held)}>
          {t('confirming.revokeKey')}
        </Button>
      )}
    </Flex>
  );
}

function MakeForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [form] = Form.useForm<{ label: string }>();
  const register = useDeed({
    call: async ({ label }: { label: string }, header) => {
      const publicKey = await makeKey();
      const holder = { organisationId: session?.organisation.id, holderId: session?.user.id };
      const proved = { format: 'youquan/signing-key/1', ...holder, publicKey };
      const { signature: proof } = await signWith(publicKey, canonicalJson(proved));
      const body = { label, publicKey, proof };
      return take(api.POST('/api/signing-keys', { body, params: { header } }));
    },
    touches: ['signing-keys'],
    done: t('confirming.keyMade'),
    onDone: onClose,
  });
  return (
    <FormDialog<{ label: string }>
      title={t('confirming.makeKey')}
      yes={t('confirming.makeKey')}
      form={form}
      deed={register}
      onFinish={(values) => register.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="label" label={t('confirming.keyLabel')} rules={[{ required: true }]}>
        <Input maxLength={100} placeholder={t('confirming.keyLabelHint')} />
      </Form.Item>
    </FormDialog>
  );
}

function RevokeForm({ held, onClose }: { readonly held: Key; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<View<'KeyRevocationBody'>>();
  const { id, label } = held;
  const revoke = useDeed({
    call: (body: View<'KeyRevocationBody'>, header) =>
      take(api.POST('/api/signing-keys/{id}/revocation', { body, params: { header, path: { id } } })),
    touches: ['signing-keys'],
    done: t('confirming.keyChanged'),
    onDone: onClose,
  });
  return (
    <FormDialog<View<'KeyRevocationBody'>>
      title={t('confirming.revokeTitle', { label })}
      yes={t('confirming.revokeKey')}
      form={form}
      deed={revoke}
      onFinish={(body) => revoke.mutate(body)}
      onClose={onClose}
    >
      <Form.Item name="reason" label={t('confirming.revokeReason')} rules={[{ required: true }]}>
        <Input.TextArea maxLength={500} rows={2} />
      </Form.Item>
    </FormDialog>
  );
}
