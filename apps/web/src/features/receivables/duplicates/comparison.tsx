// A held invoice beside those that it resembles: line by line, the fields that agree marked.
import { Tag } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { DateText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { StateTag } from '../../../ui/text/state-tag';
import { type Match, useMatchWords } from './match-words';

type Held = View<'HeldView'>;
type Side = NonNullable<Match['other']>;
type Field = Match['fields'][number];
interface Line {
  readonly key: string;
  readonly label: string;
  readonly field?: Field;
  readonly render: (side: Side) => ReactNode;
}

const isOpen = ({ state }: Match): boolean => state === 'open';

export function Comparison({ held }: { readonly held: Held }) {
  const { t } = useTranslation();
  const lines = useLines();
  const words = useMatchWords();
  const matches = held.matches.filter(isOpen);
  return (
    <>
      <div className="table-frame" role="region" aria-label={t('receivables.similar')} tabIndex={0}>
        <table className="table">
          <thead>
            <tr>
              <th />
              <th>{t('receivables.heldInvoice')}</th>
              {matches.map((match, index) => (
                <th key={index}>{words.resembles(match)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ key, label, field, render }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>{render(held)}</td>
                {matches.map((match, index) => (
                  <td key={index}>
                    {match.other ? render(match.other) : t('receivables.notShown')}{' '}
                    {field && match.fields.includes(field) && <Tag>{t('receivables.agrees')}</Tag>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {matches.some(({ other }) => other === null) && <p className="muted">{t('receivables.whyNotShown')}</p>}
    </>
  );
}

function useLines(): readonly Line[] {
  const { t } = useTranslation();
  return [
    {
      key: 'number',
      label: t('receivables.invoice'),
      field: 'number',
      render: ({ invoiceNumber }) => <span className="figure">{invoiceNumber}</span>,
    },
    {
      key: 'seller',
      label: t('receivables.supplier'),
      field: 'seller',
      render: ({ supplierName }) => supplierName,
    },
    {
      key: 'buyer',
      label: t('receivables.debtor'),
      field: 'buyer',
      render: ({ debtorName }) => debtorName,
    },
    {
      key: 'amount',
      label: t('receivables.payable'),
      field: 'amount',
      render: ({ payable }) => <MoneyText money={payable} />,
    },
    {
      key: 'issued',
      label: t('receivables.issued'),
      field: 'issue_date',
      render: ({ issueDate }) => <DateText date={issueDate} />,
    },
    {
      key: 'due',
      label: t('receivables.due'),
      field: 'due_date',
      render: ({ dueDate }) => <DateText date={dueDate} />,
    },
    {
      key: 'state',
      label: t('common.state'),
      render: ({ state }) => <StateTag state={state}>{t(`receivables.state.${state}`)}</StateTag>,
    },
  ];
}
