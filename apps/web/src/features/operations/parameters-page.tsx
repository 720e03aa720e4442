// Numbers that a rule can change, each with all its dated values and where they come from.
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { partList, wholeList } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { DateText } from '../../ui/text/date-text';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { ParameterForm } from './parameter-form';

type Parameter = View<'ParameterView'>;

export function ParametersPage() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const [setting, set] = useState<Parameter | null>(null);
  const query = useQuery({ queryKey: ['parameters'], queryFn: () => take(api.GET('/api/parameters')) });
  const columns: Column<Parameter>[] = [
    {
      key: 'parameter',
      title: t('operations.parameter'),
      render: ({ name, textEn, textZh }) => (
        <>
          <div>{i18n.language === 'zh' ? textZh : textEn}</div>
          <span className="hash">{name}</span>
        </>
      ),
    },
    {
      key: 'current',
      title: t('operations.current'),
      right: true,
      render: ({ current }) => <strong className="figure">{current}</strong>,
    },
    {
      key: 'deeds',
      title: '',
      render: (parameter) =>
        may('parameter.set') && (
          <Button type="link" size="small" onClick={() => set(parameter)}>
            {t('operations.set')}
          </Button>
        ),
    },
  ];
  return (
    <Page title={t('operations.parameters')} about={t('operations.parametersAbout')}>
      <List
        pages={wholeList(query, query.data?.items)}
        columns={columns}
        rowKey={({ name }) => name}
        empty={{ text: t('operations.parametersEmpty') }}
        expanded={({ values }) => <Values values={values} />}
      />
      {setting && <ParameterForm parameter={setting} onClose={() => set(null)} />}
    </Page>
  );
}

function Values({ values }: { readonly values: Parameter['values'] }) {
  const { t } = useTranslation();
  const columns: Column<Parameter['values'][number]>[] = [
    {
      key: 'from',
      title: t('operations.effectiveFrom'),
      render: ({ effectiveFrom }) => <DateText date={effectiveFrom} />,
    },
    { key: 'value', title: t('operations.value'), right: true, render: ({ value }) => value },
    {
      key: 'source',
      title: t('operations.source'),
      render: ({ source }) => <span data-given>{source}</span>,
    },
  ];
  return (
    <List
      pages={partList(values)}
      columns={columns}
      rowKey={({ effectiveFrom }) => effectiveFrom}
      empty={{ text: t('operations.parametersEmpty') }}
    />
  );
}
