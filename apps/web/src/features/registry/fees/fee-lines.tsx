// The lines of a month: each charge with its price, and each correction with its reason.
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import type { Pages } from '../../../api/pages';
import { type Column, List } from '../../../ui/list';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText, moneyText } from '../../../ui/text/money-text';
import { FeeCorrectionForm } from './fee-correction-form';
import { useFeeTexts } from './texts';

type Fee = View<'FeeLineView'>;

interface FeeLinesProps {
  readonly pages: Pages<Fee>;
  /** Who owes what, for who oversees all. */
  readonly names: ReadonlyMap<string, string> | undefined;
}

export function FeeLines({ pages, names }: FeeLinesProps) {
  const t = useFeeTexts();
  const [correcting, correct] = useState<Fee | null>(null);
  const columns = useColumns(names, correct);
  return (
    <>
      <List pages={pages} columns={columns} rowKey={({ id }) => id} empty={{ text: t('emptyDeed') }} />
      {correcting && <FeeCorrectionForm fee={correcting} onClose={() => correct(null)} />}
    </>
  );
}

function useColumns(
  names: ReadonlyMap<string, string> | undefined,
  onCorrect: (fee: Fee) => void,
): Column<Fee>[] {
  const t = useFeeTexts();
  return [
    {
      key: 'for',
      title: t('for'),
      render: (fee) => (
        <>
          {t(`kinds.${fee.kind}`)}{' '}
          {names ? (
            <span className="figure">{fee.number}</span>
          ) : (
            <Link to="/registrations/$id" params={{ id: fee.filingId }} className="figure">
              {fee.number}
            </Link>
          )}
          <div className="muted">
            <Price fee={fee} />
          </div>
        </>
      ),
    },
    ...(names
      ? [
          {
            key: 'organisation',
            title: t('organisation'),
            render: ({ organisationId }: Fee) => names.get(organisationId) ?? '—',
          },
        ]
      : []),
    { key: 'charged', title: t('charged'), render: ({ chargedAt }) => <InstantText at={chargedAt} /> },
    { key: 'amount', title: t('amount'), right: true, render: ({ amount }) => <MoneyText money={amount} /> },
    { key: 'owed', title: t('owed'), right: true, render: ({ owed }) => <MoneyText money={owed} strong /> },
    {
      key: 'deeds',
      title: '',
      render: (fee) =>
        fee.actions.includes('correct') && (
          <Button size="small" className="no-print" onClick={() => onCorrect(fee)}>
            {t('correct')}
          </Button>
        ),
    },
  ];
}

function Price({ fee: { kind, units, unitPrice, reason } }: { readonly fee: Fee }) {
  const t = useFeeTexts();
  const { i18n } = useTranslation();
  if (reason !== null) return t('corrected', { reason });
  const price = moneyText(unitPrice, i18n.language);
  const byYear = kind === 'registration' || kind === 'extension';
  return byYear ? t('years', { count: units, price }) : t('once', { price });
}
