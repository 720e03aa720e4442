// What the tax bureau answered, in words: one answer, or the history of an invoice.
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { InstantText } from '../../../ui/text/date-text';
import { MoneyText } from '../../../ui/text/money-text';

type Check = View<'TaxCheckView'>;

export function TaxAnswer({ result }: { readonly result: Check['result'] }) {
  const { t } = useTranslation();
  if (!result) return <span className="muted">{t('tax.waiting')}</span>;
  const { kind, differing, redAmount, redNumber, why } = result;
  return (
    <span>
      <strong>{t(`tax.kind.${kind}`)}</strong>
      {differing.length > 0 &&
        ` · ${t('tax.differs')} ${differing.map((field) => t(`tax.field.${field}`)).join(' / ')}`}
      {redAmount && (
        <>
          {' '}
          · {t('tax.redBy', { number: redNumber })} <MoneyText money={redAmount} />
        </>
      )}
      {why && ` · ${t(`tax.why.${why}`)}`}
    </span>
  );
}

/** The newest first. */
export function TaxHistory({ checks }: { readonly checks: readonly Check[] }) {
  const { t } = useTranslation();
  return (
    <Flex vertical gap={4}>
      {checks.map(({ id, askedAt, reason, result }) => (
        <div key={id}>
          <InstantText at={result?.answeredAt ?? askedAt} seconds /> · {t(`tax.reason.${reason}`)} ·{' '}
          <TaxAnswer result={result} />
          {result && (
            <div className="muted" style={{ wordBreak: 'break-all' }}>
              {t('tax.evidence')} <span className="figure">{result.rawHash}</span>
            </div>
          )}
        </div>
      ))}
    </Flex>
  );
}
