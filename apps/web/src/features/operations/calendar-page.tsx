// The working-day calendar of a year: what the national package knows, and what the operator declared.
import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { wholeList } from '../../api/pages';
import { take } from '../../api/problem';
import { useMay } from '../../app/session';
import { Choice } from '../../ui/choice';
import { DateText } from '../../ui/text/date-text';
import { useFilters } from '../../ui/filters';
import { type Column, List } from '../../ui/list';
import { Page } from '../../ui/page';
import { CalendarDayForm } from './calendar-day-form';

type CalendarDay = View<'CalendarDayView'>;

const DISTANCES = [-2, -1, 0, 1, 2];

/** Around the server's year, and the year that is shown. */
function yearsAround({ year, thisYear }: Pick<View<'CalendarView'>, 'year' | 'thisYear'>): string[] {
  const years = [year, ...DISTANCES.map((distance) => thisYear + distance)];
  return [...new Set(years)].sort((a, b) => a - b).map(String);
}

export function CalendarPage() {
  const { t, i18n } = useTranslation();
  const may = useMay();
  const [declaring, setDeclaring] = useState(false);
  const [filters, change] = useFilters(['year']);
  const wanted = /^\d{4}$/.test(filters.year ?? '') ? Number(filters.year) : undefined;
  const query = useQuery({
    queryKey: ['calendar', wanted],
    queryFn: () => take(api.GET('/api/calendar', { params: { query: wanted ? { year: wanted } : {} } })),
  });
  const columns: Column<CalendarDay>[] = [
    { key: 'date', title: t('operations.date'), render: ({ date }) => <DateText date={date} /> },
    {
      key: 'kind',
      title: t('operations.kind'),
      render: ({ working }) => (
        <Tag color={working ? 'blue' : 'green'}>{t(working ? 'operations.work' : 'operations.off')}</Tag>
      ),
    },
    {
      key: 'name',
      title: t('operations.dayName'),
      render: ({ nameEn, nameZh }) => (i18n.language === 'zh' ? nameZh : nameEn) ?? '—',
    },
  ];
  return (
    <Page
      title={t('operations.calendar')}
      about={t('operations.calendarAbout')}
      deeds={
        <>
          {query.data && (
            <Choice
              label={t('operations.year')}
              value={String(query.data.year)}
              options={yearsAround(query.data).map((year) => ({ value: year, label: year }))}
              onChange={(year) => change({ year })}
            />
          )}
          {may('calendar.set') && (
            <Button type="primary" onClick={() => setDeclaring(true)}>
              {t('operations.declare')}
            </Button>
          )}
        </>
      }
    >
      {query.data?.published === false && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 16 }}
          title={t('operations.notPublished')}
          description={t('operations.notPublishedFix')}
        />
      )}
      <List
        pages={wholeList(query, query.data?.days)}
        columns={columns}
        rowKey={({ date }) => date}
        empty={{ text: t('operations.calendarEmpty') }}
      />
      {declaring && <CalendarDayForm onClose={() => setDeclaring(false)} />}
    </Page>
  );
}
