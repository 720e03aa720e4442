// On what the title of a deal rests, and what the financier records where this register does not count in law.
import { Alert, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { InstantText } from '../../../ui/text/date-text';
import { Section } from '../../../ui/section';
import { RecordTitleForm } from './record-title-form';
import { WaiveTitleForm } from './waive-title-form';

type Deal = View<'DealView'>;

const LOOKS = {
  registered_here: 'success',
  statutory: 'success',
  waived: 'warning',
  missing: 'warning',
} as const;

export function DealTitle({ deal: { id, title, actions, state } }: { readonly deal: Deal }) {
  const { t } = useTranslation();
  const [form, open] = useState<'record' | 'waive' | null>(null);
  const { basis } = title;
  const close = () => open(null);
  return (
    <Section title={t('settlement.titleTitle')}>
      <Alert
        type={LOOKS[basis]}
        showIcon
        title={t(`settlement.titleBasis.${basis}`)}
        description={
          <Flex vertical gap={8} align="flex-start">
            <Records title={title} />
            {title.waiting && <span>{t('statutory.waits')}</span>}
            {title.overdue && <span>{t('statutory.overdue')}</span>}
            {basis === 'missing' && state === 'accepted' && <span>{t('settlement.titleMissing')}</span>}
            {actions.length > 0 && (
              <Flex gap={8} wrap className="no-print">
                {actions.includes('record_registration') && (
                  <Button type={basis === 'missing' ? 'primary' : 'default'} onClick={() => open('record')}>
                    {t('settlement.record')}
                  </Button>
                )}
                {actions.includes('waive_registration') && (
                  <Button danger onClick={() => open('waive')}>
                    {t('settlement.waive')}
                  </Button>
                )}
              </Flex>
            )}
          </Flex>
        }
      />
      {form === 'record' && <RecordTitleForm dealId={id} onClose={close} />}
      {form === 'waive' && <WaiveTitleForm dealId={id} onClose={close} />}
    </Section>
  );
}

function Records({ title }: { readonly title: Deal['title'] }) {
  const { t } = useTranslation();
  const { statutoryNumber: number, statutoryAt, waiverReason: reason, waivedAt } = title;
  return (
    <>
      {number && (
        <span>
          {t('settlement.titleNumber', { number })} · <InstantText at={statutoryAt} seconds />
        </span>
      )}
      {reason && (
        <span>
          {t('settlement.waiverReason', { reason })} · <InstantText at={waivedAt} seconds />
        </span>
      )}
    </>
  );
}
