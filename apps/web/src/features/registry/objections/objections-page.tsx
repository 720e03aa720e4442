// Objections that one made or that concern one's registrations; for the operator, what courts ordered struck.
import { PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { Page } from '../../../ui/page';
import { ObjectionForm } from './objection-form';
import { ObjectionList } from './objection-list';
import { RevocationsSection } from './revocations-section';
import { useObjectionTexts } from './texts';

const STATES = ['standing', 'proved', 'withdrawn', 'lapsed'] as const;

export function ObjectionsPage() {
  const t = useObjectionTexts();
  const may = useMay();
  const [filters, change] = useFilters(['state']);
  const [objecting, object] = useState(false);
  const state = STATES.find((one) => one === filters.state) ?? 'standing';
  const pages = usePages(['objections', state], (page) =>
    take(api.GET('/api/objections', { params: { query: { ...page, state } } })),
  );
  return (
    <Page
      title={t('title')}
      about={t('about')}
      deeds={
        may('objection.file') && (
          <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => object(true)}>
            {t('object')}
          </Button>
        )
      }
    >
      <Segmented
        style={{ marginBottom: 16 }}
        value={state}
        onChange={(value) => change({ state: value })}
        options={STATES.map((value) => ({ value, label: t(`states.${value}`) }))}
      />
      <ObjectionList pages={pages} empty={t(`empty.${state}`)} />
      {may('registration.revoke') && <RevocationsSection />}
      {objecting && <ObjectionForm onClose={() => object(false)} />}
    </Page>
  );
}
