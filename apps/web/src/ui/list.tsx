// A list of the server, growing page by page: a table on a desk, cards on a phone.
import { Button, Flex, Grid, Spin } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/pages';
import { Cards } from './cards';
import { Empty } from './empty';
import { ProblemBox } from './forms/problem';
import { Table } from './table';

export interface Column<Item> {
  readonly key: string;
  readonly title: ReactNode;
  readonly render: (item: Item) => ReactNode;
  readonly right?: boolean;
  readonly width?: number;
}

interface Selection<Item> {
  readonly keys: readonly string[];
  readonly onChange: (keys: string[]) => void;
  readonly selectable?: (item: Item) => boolean;
}

/** What the table and the cards are given alike. */
export interface Shown<Item> {
  readonly items: readonly Item[];
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  readonly selection?: Selection<Item>;
  readonly expanded?: (item: Item) => ReactNode;
}

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

/** The keys after one row was ticked or unticked. */
export const toggled = (keys: readonly string[], key: string): string[] =>
  keys.includes(key) ? keys.filter((other) => other !== key) : [...keys, key];
