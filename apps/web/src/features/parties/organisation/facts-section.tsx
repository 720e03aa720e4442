// What is recorded of an organisation with its day and source; the mark says what holds today.
import { Card, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { Empty } from '../../../ui/empty';
import { DateText } from '../../../ui/text/date-text';

export const SIZES = ['large', 'medium', 'small', 'micro'] as const;

interface FactsSectionProps {
  readonly facts: View<'FactList'>;
}

export function FactsSection({ facts: { items, profile } }: FactsSectionProps) {
  const { t } = useTranslation();
  if (items.length === 0) return <Empty text={t('profile.factsEmpty')} />;
  const today = { sme_size: profile.smeSize, industry: profile.industry, region: profile.region };
  const sizeText = (value: string) => {
    const size = SIZES.find((one) => one === value);
    return size ? t(`profile.sizes.${size}`) : value;
  };
  const seen = new Set<string>();
  return (
    <Card size="small">
      {items.map(({ id, kind, value, validFrom, source }) => {
        const holds = !seen.has(kind) && today[kind] === value;
        seen.add(kind);
        return (
          <p key={id}>
            <strong>{t(`profile.kinds.${kind}`)}</strong>{' '}
            {kind === 'sme_size' ? sizeText(value) : <span data-given>{value}</span>} · {t('profile.from')}{' '}
            <DateText date={validFrom} /> {holds && <Tag color="green">{t('profile.holds')}</Tag>}
            <br />
            <span className="muted" data-given>
              {source}
            </span>
          </p>
        );
      })}
    </Card>
  );
}
