// A list of the server, growing page by page: a table on a desk, cards on a phone.
import { Button, Flex, Grid, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/pages';
import { Empty } from './empty';
import { ProblemBox } from './forms/problem';
import { Cards } from './list/cards';
import type { Shown } from './list/shown';
import { Table } from './list/table';

export type { Column } from './list/shown';

interface ListProps<Item> extends Omit<Shown<Item>, 'items'> {
  readonly pages: Pages<Item>;
  readonly empty: { readonly text: ReactNode; readonly deed?: ReactNode };
}

export function List<Item extends object>({ pages, empty, ...rest }: ListProps<Item>) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  if (pages.error && pages.items.length === 0)
    return <ProblemBox error={pages.error} onRetry={pages.refetch} />;
  if (pages.isPending) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  if (pages.items.length === 0) return <Empty {...empty} />;
  return (
    <>
      {wide ? <Table items={pages.items} {...rest} /> : <Cards items={pages.items} {...rest} />}
      {pages.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 12 }} className="no-print">
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}
