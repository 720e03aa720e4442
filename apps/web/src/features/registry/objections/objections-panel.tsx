// On the page of a registration: the objections to it, and what the reader may do against it.
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { Section } from '../../../ui/section';
import { ObjectionForm } from './objection-form';
import { ObjectionList } from './objection-list';
import { RevocationForm } from './revocation-form';
import { useObjectionTexts } from './texts';

interface ObjectionsPanelProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'actions'>;
}

export function ObjectionsPanel({ registration: { id, number, actions } }: ObjectionsPanelProps) {
  const t = useObjectionTexts();
  const [doing, choose] = useState<'object' | 'revoke' | null>(null);
  const pages = usePages(['objections', 'of', id], (page) =>
    take(api.GET('/api/objections', { params: { query: { ...page, filingId: id } } })),
  );
  const close = () => choose(null);
  return (
    <Section title={t('title')} about={t('panelAbout')}>
      <Flex gap={8} wrap className="no-print" style={{ marginBottom: 12 }}>
        {actions.includes('object') && <Button onClick={() => choose('object')}>{t('object')}</Button>}
        {actions.includes('revoke') && (
          <Button danger onClick={() => choose('revoke')}>
            {t('revoke')}
          </Button>
        )}
      </Flex>
      <ObjectionList pages={pages} empty={t('none')} />
      {doing === 'object' && <ObjectionForm number={number} onClose={close} />}
      {doing === 'revoke' && <RevocationForm filing={{ id, number }} onClose={close} />}
    </Section>
  );
}
