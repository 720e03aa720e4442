// What stands where a screen failed to be drawn, or could not be fetched: never a bare sentence of the router's.
import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';

export function Crashed() {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" gap={12} style={{ marginTop: 80 }} role="alert">
      <span>{t('common.crashed')}</span>
      <Button onClick={() => window.location.reload()}>{t('common.retry')}</Button>
    </Flex>
  );
}
