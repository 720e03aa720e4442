// All questions to the tax bureau with their answers. Whoever carries them takes the open ones out as a file and brings
// the answers back.
import { DownloadOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { type Column, List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { InstantText } from '../../../ui/text/date-text';
import { ResultUpload } from './result-upload';
import { TaxAnswer, TaxHistory } from './tax-answer';

type Line = View<'TaxCheckLineView'>;

const STATES = ['waiting', 'answered'] as const;

export function TaxPage() {
  const { t } = useTranslation();
  const carries = useMay()('tax.carry');
  const [filters, change] = useFilters(['state']);
  const state = STATES.find((one) => one === filters.state);
  const pages = usePages(['tax', state], (page) =>
    take(api.GET('/api/tax-checks', { params: { query: { ...page, ...(state && { state }) } } })),
  );
  const columns: Column<Line>[] = [
    {
      key: 'invoice',
      title: t('tax.invoice'),
      render: ({ invoiceNumber }) => <strong className="figure">{invoiceNumber}</strong>,
    },
    {
      key: 'asked',
      title: t('tax.asked'),
      render: ({ askedAt, reason }) => (
        <>
          <InstantText at={askedAt} />
          <div className="muted">{t(`tax.reason.${reason}`)}</div>
        </>
      ),
    },
    { key: 'answer', title: t('tax.answer'), render: ({ result }) => <TaxAnswer result={result} /> },
  ];
  return (
    <Page
      title={t('tax.title')}
      about={t(carries ? 'tax.carryAbout' : 'tax.about')}
      deeds={
        carries && (
          <Button href="/api/tax-queries" download icon={<DownloadOutlined aria-hidden />}>
            {t('tax.export')}
          </Button>
        )
      }
    >
      {carries && <ResultUpload />}
      <StateFilter
        value={state}
        options={STATES.map((value) => ({ value, label: t(`tax.state.${value}`) }))}
        onChange={(value) => change({ state: value })}
      />
      <List
        pages={pages}
        columns={columns}
        rowKey={({ id }) => id}
        empty={{ text: t('tax.empty') }}
        expanded={(line) => <TaxHistory checks={[line]} />}
      />
    </Page>
  );
}
