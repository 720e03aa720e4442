// One refused invoice: why it is refused, and its cells to type over, those to look at first.
import { Button, Card, Flex, Input } from 'antd';
import { useState } from 'react';
import { useSentence } from '../../../ui/text/bilingual';
import {
  cellKey,
  isChanged,
  markedCells,
  numberOf,
  type RefusedInvoice,
  type Typed,
} from './corrected-files';
import { useMendingTexts } from './texts';

interface CardProps {
  readonly invoice: RefusedInvoice;
  readonly typed: Typed;
  /** Null: as it was. */
  readonly onType: (cell: string, text: string | null) => void;
  readonly onReset: () => void;
}

export function RefusedInvoiceCard({ invoice, typed, onType, onReset }: CardProps) {
  const t = useMendingTexts();
  const sentence = useSentence();
  const { sheet, rows } = invoice;
  const marked = markedCells(invoice);
  const [isWhole, setWhole] = useState(marked.size === 0);
  const [from, to] = [rows[0]?.line ?? 0, rows.at(-1)?.line ?? 0];
  const place = from === to ? t('line', { line: from }) : t('lines', { from, to });
  const shown = sheet.headings.flatMap((heading, at) => {
    const isUsed = heading !== '' && (sheet.columns[at] !== null || rows.some(({ cells }) => cells[at]));
    return isUsed && (isWhole || marked.has(at)) ? [{ heading, at }] : [];
  });
  return (
    <Card
      size="small"
      title={[numberOf(invoice), sheet.fileName, sheet.sheet, place].filter(Boolean).join(' · ')}
      extra={
        isChanged(invoice, typed) && (
          <Button size="small" onClick={onReset}>
            {t('reset')}
          </Button>
        )
      }
    >
      {rows.flatMap(({ reasons }) =>
        reasons.map(({ rule, message, fix, field }) => (
          <p key={`${rule} ${field ?? ''}`} style={{ margin: '0 0 4px' }}>
            {sentence(message)} <span className="muted">{sentence(fix)}</span>
          </p>
        )),
      )}
      {rows.map(({ line, cells }) => (
        <Flex key={line} gap={12} wrap style={{ marginTop: 8 }}>
          {shown.map(({ heading, at }) => {
            const key = cellKey(invoice, line, at);
            const before = cells[at] ?? '';
            const text = typed[key] ?? before;
            return (
              <label key={at} style={{ flex: '1 1 180px', maxWidth: 320, minWidth: 0 }}>
                <span className="muted">{heading}</span>
                <Input
                  value={text}
                  {...(marked.has(at) && text === before && { status: 'error' })}
                  maxLength={1000}
                  onChange={({ target: { value } }) => onType(key, value === before ? null : value)}
                />
              </label>
            );
          })}
        </Flex>
      ))}
      {marked.size > 0 && (
        <Button type="link" style={{ paddingInline: 0 }} onClick={() => setWhole(!isWhole)}>
          {t(isWhole ? 'fewCells' : 'allCells')}
        </Button>
      )}
    </Card>
  );
}
