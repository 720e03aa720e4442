// How the one-cent test of an account stands, and what its owner can do about it.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import './test-texts';

export function TestState({ account }: { readonly account: View<'AccountView'> }) {
  const { t } = useTranslation('accountTest');
  const { test, testReference, testBank, testTries, testRefusal } = account;
  if (test === 'none') return null;
  return (
    <div style={{ whiteSpace: 'normal' }}>
      {t(`state.${test}`, { bank: testBank ?? '' })}
      {test === 'sent' && testReference && <div>{t('byHand', { reference: testReference })}</div>}
      {test === 'waiting' && testTries > 0 && <div>{t('tries', { count: testTries })}</div>}
      {test === 'refused' && testRefusal && (
        <div>
          <Typography.Text type="warning">{t(`refusal.${testRefusal}`)}</Typography.Text>
        </div>
      )}
    </div>
  );
}
