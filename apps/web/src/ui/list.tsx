// A list of the server, growing page by page: a table on a desk, cards on a phone.
import { Button, Card, Checkbox, Flex, Grid, Spin, Table, type TableProps, Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pages } from '../api/pages';
import { Empty } from './empty';
import { ProblemBox } from './forms/problem';

export interface Column<Item> {
  readonly key: string;
  readonly title: ReactNode;
  readonly render: (item: Item) => ReactNode;
  readonly right?: boolean;
  readonly width?: number;
}

export interface Selection {
  readonly keys: readonly string[];
  readonly onChange: (keys: string[]) => void;
}

interface ListProps<Item> {
  readonly pages: Pages<Item>;
  readonly columns: readonly Column<Item>[];
  readonly rowKey: (item: Item) => string;
  readonly empty: { readonly text: ReactNode; readonly deed?: ReactNode };
  readonly selection?: Selection & { readonly selectable?: (item: Item) => boolean };
  readonly expanded?: (item: Item) => ReactNode;
}

export function List<Item extends object>({ pages, ...rest }: ListProps<Item>) {
  const { t } = useTranslation();
  const wide = Grid.useBreakpoint().md ?? true;
  if (pages.error && pages.items.length === 0)
    return <ProblemBox error={pages.error} onRetry={pages.refetch} />;
  if (pages.isPending) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  if (pages.items.length === 0) return <Empty {...rest.empty} />;
  return (
    <>
      {wide ? <DeskList items={pages.items} {...rest} /> : <PhoneList items={pages.items} {...rest} />}
      {pages.hasNextPage && (
        <Flex justify="center" style={{ marginTop: 12 }}>
          <Button loading={pages.isFetchingNextPage} onClick={() => pages.fetchNextPage()}>
            {t('common.more')}
          </Button>
        </Flex>
      )}
    </>
  );
}

type Shown<Item> = Omit<ListProps<Item>, 'pages'> & { readonly items: readonly Item[] };

function DeskList<Item extends object>({ items, columns, rowKey, selection, expanded }: Shown<Item>) {
  const props: TableProps<Item> = {
    rowKey,
    size: 'middle',
    pagination: false,
    dataSource: items,
    scroll: { x: true },
    columns: columns.map(({ key, title, render, right, width }) => ({
      key,
      title,
      width,
      align: right ? 'right' : 'left',
      render: (_: unknown, item: Item) => render(item),
    })),
  };
  if (selection)
    props.rowSelection = {
      selectedRowKeys: [...selection.keys],
      onChange: (keys) => selection.onChange(keys.map(String)),
      getCheckboxProps: (item) => ({ disabled: selection.selectable ? !selection.selectable(item) : false }),
    };
  if (expanded) props.expandable = { expandedRowRender: (item) => expanded(item) };
  return <Table<Item> {...props} />;
}

function PhoneList<Item extends object>({ items, columns, rowKey, selection, expanded }: Shown<Item>) {
  const { t } = useTranslation();
  const toggle = (key: string, on: boolean) => {
    if (!selection) return;
    selection.onChange(on ? [...selection.keys, key] : selection.keys.filter((other) => other !== key));
  };
  return (
    <Flex vertical gap={10}>
      {items.map((item) => {
        const key = rowKey(item);
        const blocked = selection?.selectable ? !selection.selectable(item) : false;
        return (
          <Card key={key} size="small">
            <Flex gap={10} align="flex-start">
              {selection && (
                <Checkbox
                  checked={selection.keys.includes(key)}
                  disabled={blocked}
                  onChange={({ target }) => toggle(key, target.checked)}
                />
              )}
              <Flex vertical gap={4} style={{ flex: 1, minWidth: 0 }}>
                {columns.map((column) => (
                  <PhoneLine key={column.key} title={column.title}>
                    {column.render(item)}
                  </PhoneLine>
                ))}
              </Flex>
            </Flex>
            {expanded && (
              <details style={{ marginTop: 8 }}>
                <summary>{t('common.details')}</summary>
                <div style={{ marginTop: 8 }}>{expanded(item)}</div>
              </details>
            )}
          </Card>
        );
      })}
    </Flex>
  );
}

function PhoneLine({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '') return null;
  if (!title) return <div>{children}</div>;
  return (
    <Flex justify="space-between" gap={12} align="baseline">
      <Typography.Text type="secondary" style={{ flex: 'none' }}>
        {title}
      </Typography.Text>
      <span style={{ textAlign: 'right', overflowWrap: 'anywhere' }}>{children}</span>
    </Flex>
  );
}
