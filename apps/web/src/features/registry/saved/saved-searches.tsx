// Names and assets that the organisation watches: who files on them later is told in the inbox.
import { BellOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { useQuery } from '@tanstack/react-query';
import { Button, Form, Input, Modal, Segmented, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useAsk } from '../../../ui/forms/ask';
import { FormDialog } from '../../../ui/forms/form-dialog';
import { ProblemBox } from '../../../ui/forms/problem';
import { useProblemDialog } from '../../../ui/forms/problem-dialog';
import { type Column, List } from '../../../ui/list';
import { Section } from '../../../ui/section';
import { InstantText } from '../../../ui/text/date-text';

type Saved = View<'SavedSearchView'>;
type Body = View<'SavedSearchBody'>;

export function SavedSearches() {
  const { t } = useTranslation();
  const may = useMay();
  const [adding, add] = useState(false);
  const [shown, show] = useState<Saved | null>(null);
  const pages = usePages(['saved-searches'], (query) =>
    take(api.GET('/api/saved-searches', { params: { query } })),
  );
  const deed = may('search.create') && (
    <Button icon={<BellOutlined aria-hidden />} onClick={() => add(true)}>
      {t('saved.add')}
    </Button>
  );
  return (
    <Section title={t('saved.title')} about={t('saved.about')}>
      <div style={{ marginBottom: 12 }}>{deed}</div>
      <List
        pages={pages}
        columns={useColumns(show)}
        rowKey={({ id }) => id}
        empty={{ text: t('saved.empty') }}
      />
      {adding && <SaveForm onClose={() => add(false)} />}
      {shown && <Meetings saved={shown} onClose={() => show(null)} />}
    </Section>
  );
}

function useColumns(onShow: (saved: Saved) => void): Column<Saved>[] {
  const { t } = useTranslation();
  const ask = useAsk();
  const showProblem = useProblemDialog();
  const end = useDeed({
    call: (id: string, header) =>
      take(api.POST('/api/saved-searches/{id}/end', { params: { header, path: { id } } })),
    touches: ['saved-searches'],
  });
  const endAfterAsking = async ({ id, term }: Saved) => {
    const sure = await ask({
      title: t('saved.endTitle', { term }),
      consequence: t('saved.endConsequence'),
      yes: t('saved.end'),
    });
    if (sure) end.mutate(id, { onError: showProblem });
  };
  return [
    { key: 'term', title: t('saved.term'), render: ({ term }) => <strong>{term}</strong> },
    { key: 'watches', title: t('saved.watches'), render: ({ watches }) => t(`saved.kinds.${watches}`) },
    { key: 'reference', title: t('saved.reference'), render: ({ reference }) => reference ?? '—' },
    { key: 'since', title: t('saved.since'), render: ({ savedAt }) => <InstantText at={savedAt} /> },
    {
      key: 'meetings',
      title: t('saved.meetings'),
      right: true,
      render: (saved) =>
        saved.meetings === 0 ? (
          '0'
        ) : (
          <Button type="link" size="small" onClick={() => onShow(saved)}>
            {saved.meetings}
          </Button>
        ),
    },
    {
      key: 'deeds',
      title: '',
      render: (saved) =>
        saved.actions.includes('end') && (
          <Button size="small" onClick={() => void endAfterAsking(saved)}>
            {t('saved.end')}
          </Button>
        ),
    },
  ];
}

function SaveForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Body>();
  const save = useDeed({
    call: (body: Body, header) => take(api.POST('/api/saved-searches', { body, params: { header } })),
    touches: ['saved-searches'],
    done: t('saved.done'),
    onDone: onClose,
  });
  return (
    <FormDialog<Body>
      title={t('saved.add')}
      yes={t('saved.add')}
      form={form}
      deed={save}
      onFinish={(values) => save.mutate(values)}
      onClose={onClose}
    >
      <Form.Item name="watches" initialValue="name" label={t('saved.watches')}>
        <Segmented
          options={(['name', 'asset'] as const).map((value) => ({ value, label: t(`saved.kinds.${value}`) }))}
        />
      </Form.Item>
      <Form.Item name="term" label={t('saved.term')} rules={[{ required: true }]}>
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="reference" label={t('saved.reference')}>
        <Input maxLength={100} />
      </Form.Item>
    </FormDialog>
  );
}

interface MeetingsProps {
  readonly saved: Saved;
  readonly onClose: () => void;
}

/** Whoever is no party finds the registration by its number in a search, which is recorded. */
function Meetings({ saved: { id, term }, onClose }: MeetingsProps) {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['saved-searches', 'one', id],
    queryFn: () => take(api.GET('/api/saved-searches/{id}', { params: { path: { id } } })),
  });
  return (
    <Modal open title={t('saved.metTitle', { term })} footer={null} onCancel={onClose}>
      <ProblemBox error={error} />
      {!data && !error && <Spin />}
      <ul>
        {data?.met.map(({ filingId, number, metAt }) => (
          <li key={filingId}>
            <span className="figure">{number}</span> · <InstantText at={metAt} />
          </li>
        ))}
      </ul>
      <Link to="/searches">{t('saved.searchNumber')}</Link>
    </Modal>
  );
}
