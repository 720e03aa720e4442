// What the bid being typed would pay the supplier and cost it, computed by the server as the supplier will see it.
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { Form, type FormInstance } from 'antd';
import { useDeferredValue, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Decimal } from '#kernel';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { percentOf } from '../../../ui/text/amount-text';
import { useSentence } from '../../../ui/text/bilingual';
import { dayText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';
import { ProblemBox } from '../../../ui/forms/problem';
import type { BidValues } from './bid-values';
import type { FeeValues } from './fee-fields';

const DECIMAL = /^\d+(\.\d+)?$/;
/** Typing goes on for a while; the server is asked when it rests. */
const REST_MS = 250;

/** What the form holds at any moment: a fee that was just added is not there at all. */
interface Typed extends Partial<Omit<BidValues, 'fees'>> {
  readonly fees?: readonly (Partial<FeeValues> | undefined)[];
}

const isDecimal = (text: string | undefined): text is string => text !== undefined && DECIMAL.test(text);

/** Null while what is typed makes no price yet. */
function termsOf({ advanceRate, rateAnnual, dayCount, recourse, surplusTo, fees = [] }: Typed) {
  if (!isDecimal(advanceRate) || !isDecimal(rateAnnual) || !recourse) return null;
  const given = fees.map((fee) => fee?.amount).filter(isDecimal);
  return {
    ...{ advanceRate, rateAnnual, recourse },
    ...(dayCount && { dayCount }),
    ...(surplusTo && surplusTo !== 'law' && { surplusTo }),
    ...(given.length > 0 && { fees: sumOf(given) }),
  };
}

const sumOf = (amounts: readonly string[]) =>
  amounts.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed();

function useRested<T>(value: T): T {
  const [rested, rest] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => rest(value), REST_MS);
    return () => clearTimeout(timer);
  }, [value]);
  return rested;
}

interface BidPriceProps {
  readonly form: FormInstance<BidValues>;
  readonly requestId: string;
}

export function BidPrice({ form, requestId }: BidPriceProps) {
  const { t, i18n } = useTranslation();
  const values = useDeferredValue(Form.useWatch((all: Typed) => JSON.stringify(termsOf(all)), form));
  const typed = useRested(values);
  const terms = typed ? (JSON.parse(typed) as ReturnType<typeof termsOf>) : null;
  const { data, error, isFetching } = useQuery({
    queryKey: ['bid-price', requestId, typed],
    enabled: terms !== null,
    placeholderData: keepPreviousData,
    queryFn: () =>
      take(
        api.GET('/api/financing-requests/{id}/price', {
          params: { path: { id: requestId }, query: terms ?? ({} as never) },
        }),
      ),
  });
  return (
    <div className="panel bid-price" aria-live="polite" aria-busy={isFetching}>
      <strong>{t('factoring.priceTitle')}</strong>
      {terms === null && <p className="muted">{t('factoring.priceWaits')}</p>}
      {terms !== null && error && <ProblemBox error={error} />}
      {terms !== null && data && !error && (
        <>
          <Figures price={data.price} />
          <p className="muted">
            {t('factoring.valueDate', { date: dayText(data.valueDate, i18n.language) })}
          </p>
        </>
      )}
    </div>
  );
}

function Figures({ price }: { readonly price: View<'PriceView'> }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { netCash, totalCost, interest, fees, forgone, released, allInRate, noRateReason } = price;
  const lines = [
    ['netCash', t('factoring.supplierGets'), <MoneyText key="m" money={netCash} strong />],
    [
      'allIn',
      t('factoring.allInRate'),
      <strong key="m" className="figure">
        {allInRate === null ? '—' : percentOf(allInRate, 2)}
      </strong>,
    ],
    ['cost', t('factoring.supplierPays'), <MoneyText key="m" money={totalCost} />],
    ['interest', `· ${t('factoring.interest')}`, <MoneyText key="m" money={interest} />],
    ['fees', `· ${t('factoring.fees')}`, <MoneyText key="m" money={fees} />],
    ['forgone', `· ${t('factoring.forgone')}`, <MoneyText key="m" money={forgone} />],
    ['released', t('factoring.releasedToSupplier'), <MoneyText key="m" money={released} />],
  ] as const;
  return (
    <>
      <dl className="lines">
        {lines.map(([key, label, value]) => (
          <div key={key}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {noRateReason && <p>{sentence(noRateReason)}</p>}
    </>
  );
}
