// Recovery codes, shown this once: to be kept on paper or in a file.
import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { saveFile } from '../../../ui/save-file';

export function RecoveryCodes({ codes }: { readonly codes: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      <Alert
        type="warning"
        showIcon
        title={t('identity.recoveryOnce')}
        description={t('identity.recoveryAbout')}
      />
      <ul aria-label={t('identity.recoveryCodes')} style={{ columns: 2, listStyle: 'none', padding: 0 }}>
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <Flex gap={8} className="no-print">
        <Button onClick={() => window.print()}>{t('identity.print')}</Button>
        <Button onClick={() => saveFile('youquan-recovery-codes.txt', `${codes.join('\n')}\n`, 'text/plain')}>
          {t('identity.download')}
        </Button>
      </Flex>
    </>
  );
}
