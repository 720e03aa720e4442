// What stands where there is no page, or none for this person.
import { Link } from '@tanstack/react-router';
import { Flex } from 'antd';
import { useTranslation } from 'react-i18next';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Flex vertical align="center" gap={12} style={{ marginTop: 80 }}>
      <span>{t('common.noSuchPage')}</span>
      <Link to="/">{t('common.toStart')}</Link>
    </Flex>
  );
}
