// A plain HTML table with rows that can be ticked and opened. Ant Design's weighs more than all else of a first screen.
import { Fragment, type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Column, type Shown, toggled } from './shown';
import { Tick } from './tick';

export function Table<Item extends object>(shown: Shown<Item>) {
  const { items, columns, rowKey, selection, expanded } = shown;
  const { t } = useTranslation();
  const [open, setOpen] = useState<readonly string[]>([]);
  const offered = items.filter((item) => selection?.selectable?.(item) ?? true).map(rowKey);
  const all = offered.length > 0 && offered.every((key) => selection?.keys.includes(key));
  const span = columns.length + (selection ? 1 : 0) + (expanded ? 1 : 0);
  return (
    <div className="table-frame" tabIndex={-1}>
      <table className="table">
        <thead>
          <tr>
            {selection && (
              <th className="narrow">
                <Tick
                  label={t('common.selectAll')}
                  checked={all}
                  disabled={offered.length === 0}
                  onChange={() => selection.onChange(all ? [] : offered)}
                />
              </th>
            )}
            {expanded && <td className="narrow" />}
            {columns.map((column) => (
              <Heading key={column.key} column={column} />
            ))}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => {
            const key = rowKey(item);
            const isOpen = open.includes(key);
            return (
              <Fragment key={key}>
                <tr className={selection?.keys.includes(key) ? 'chosen' : undefined}>
                  {selection && (
                    <td className="narrow">
                      <Tick
                        label={t('common.select')}
                        checked={selection.keys.includes(key)}
                        disabled={!(selection.selectable?.(item) ?? true)}
                        onChange={() => selection.onChange(toggled(selection.keys, key))}
                      />
                    </td>
                  )}
                  {expanded && (
                    <td className="narrow">
                      <button
                        type="button"
                        className="opener"
                        aria-expanded={isOpen}
                        aria-label={t('common.details')}
                        onClick={() => setOpen(toggled(open, key))}
                      />
                    </td>
                  )}
                  {columns.map(({ key: name, render, right }) => (
                    <td key={name} className={right ? 'right' : undefined}>
                      {render(item)}
                    </td>
                  ))}
                </tr>
                {expanded && isOpen && (
                  <tr className="opened">
                    <td colSpan={span}>{expanded(item)}</td>
                  </tr>
                )}
              </Fragment>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** A column without a title holds deeds; it is no heading of anything. */
function Heading<Item>({ column: { title, right, width } }: { readonly column: Column<Item> }): ReactNode {
  const className = right ? 'right' : undefined;
  if (!title) return <td style={{ width }} />;
  return (
    <th scope="col" className={className} style={{ width }}>
      {title}
    </th>
  );
}
