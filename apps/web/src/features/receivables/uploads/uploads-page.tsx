// Sending invoices: many files at once, and what was sent before.
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { PastUploads } from './past-uploads';
import { SendFiles } from './send-files';

export function UploadsPage() {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return (
    <Page
      title={t('receivables.uploadTitle')}
      about={t('receivables.uploadAbout')}
      deeds={
        <>
          <Button href={`/api/uploads/template.csv?language=${language}`}>{t('receivables.template')}</Button>
          <Button href={`/api/uploads/template.xlsx?language=${language}`}>
            {t('receivables.templateXlsx')}
          </Button>
        </>
      }
    >
      <SendFiles side="receivables" />
      <Section title={t('receivables.past')}>
        <PastUploads side="receivables" />
      </Section>
    </Page>
  );
}
