// What the organisation owes, uploaded by itself: each invoice becomes its supplier's receivable, and the upload the answer.
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { PastUploads } from '../uploads/past-uploads';
import { SendFiles } from '../uploads/send-files';

export function PayablesPage() {
  const { t, i18n } = useTranslation();
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  return (
    <Page
      title={t('payables.title')}
      about={t('payables.about')}
      deeds={
        <>
          <Button href={`/api/payable-uploads/template.csv?language=${language}`}>
            {t('receivables.template')}
          </Button>
          <Button href={`/api/payable-uploads/template.xlsx?language=${language}`}>
            {t('receivables.templateXlsx')}
          </Button>
        </>
      }
    >
      <Alert type="info" style={{ marginBottom: 16 }} title={t('payables.binds')} />
      <SendFiles side="payables" />
      <Section title={t('receivables.past')}>
        <PastUploads side="payables" />
      </Section>
    </Page>
  );
}
