// A list on a phone: a card for each item, its columns as lines.
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Shown, toggled } from './shown';
import { Tick } from './tick';

export function Cards<Item extends object>({ items, columns, rowKey, selection, expanded }: Shown<Item>) {
  const { t } = useTranslation();
  return (
    <ul className="cards">
      {items.map((item) => {
        const key = rowKey(item);
        return (
          <li key={key} className="panel">
            <div className="card-head">
              {selection && (
                <Tick
                  label={t('common.select')}
                  checked={selection.keys.includes(key)}
                  disabled={!(selection.selectable?.(item) ?? true)}
                  onChange={() => selection.onChange(toggled(selection.keys, key))}
                />
              )}
              <div className="card-lines">
                {columns.map((column) => (
                  <Line key={column.key} title={column.title}>
                    {column.render(item)}
                  </Line>
                ))}
              </div>
            </div>
            {expanded && (
              <details style={{ marginTop: 8 }}>
                <summary>{t('common.details')}</summary>
                <div style={{ marginTop: 8 }}>{expanded(item)}</div>
              </details>
            )}
          </li>
        );
      })}
    </ul>
  );
}

function Line({ title, children }: { readonly title: ReactNode; readonly children: ReactNode }) {
  if (children === null || children === undefined || children === '' || children === false) return null;
  if (!title) return <div>{children}</div>;
  return (
    <div className="card-line">
      <span className="muted">{title}</span>
      <span>{children}</span>
    </div>
  );
}
