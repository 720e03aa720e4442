// Fees month by month: what each organisation owes, the lines behind it, and the files for the books.
import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { useFilters } from '../../../ui/filters';
import { dayOf } from '../../../ui/forms/inputs';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { FeeLines } from './fee-lines';
import { FeeTotals } from './fee-totals';
import { MonthInput } from './month-input';
import { useFeeTexts } from './texts';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

export function FeesPage() {
  const t = useFeeTexts();
  const oversees = useMay()('fee.correct');
  const [filters, change] = useFilters(['month', 'organisation']);
  const month = MONTH.test(filters.month ?? '')
    ? (filters.month ?? '')
    : dayOf(new Date().toISOString()).slice(0, 7);
  const { organisation } = filters;
  const query = { month, ...(organisation && { organisationId: organisation }) };
  const totals = usePages(['fees', 'totals', query], (page) =>
    take(api.GET('/api/fee-statements', { params: { query: { ...query, ...page } } })),
  );
  const lines = usePages(['fees', 'lines', query], (page) =>
    take(api.GET('/api/fees', { params: { query: { ...query, ...page } } })),
  );
  const names = new Map(totals.items.map(({ organisationId, legalName }) => [organisationId, legalName]));
  const asked = new URLSearchParams(query).toString();
  return (
    <Page
      title={t('title')}
      about={t('about')}
      deeds={
        <>
          {(['csv', 'xlsx'] as const).map((kind) => (
            <Button
              key={kind}
              icon={<DownloadOutlined aria-hidden />}
              href={`/api/fee-statements/export.${kind}?${asked}`}
              download
            >
              {t(kind)}
            </Button>
          ))}
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('print')}
          </Button>
        </>
      }
    >
      <MonthInput value={month} onChange={(chosen) => change({ month: chosen })} />
      <Section title={t('total')}>
        <FeeTotals
          pages={totals}
          chosen={organisation}
          onChoose={oversees ? (id) => change({ organisation: id }) : undefined}
        />
      </Section>
      <Section title={t('lines')}>
        <FeeLines pages={lines} names={oversees ? names : undefined} />
      </Section>
    </Page>
  );
}
