// One registration.
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Button, Card, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../api/client';
import { take } from '../../api/problem';
import { Page } from '../../ui/page';
import { ProblemBox } from '../../ui/forms/problem';
import { CertificateButton } from './certificates/certificate-button';
import { DutiesPanel } from './deadlines/duties-panel';
import { KeptLint } from './filing/kept-lint';
import { ReceiptsButton } from '../audit/receipts-button';
import { HistoryPanel } from './life/history-panel';
import { LifeButtons } from './life/life-buttons';
import { ObjectionsPanel } from './objections/objections-panel';
import { RegistrationDetails, Standing } from './registration-details';

export function RegistrationPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['registrations', 'one', id],
    queryFn: () => take(api.GET('/api/registrations/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={t('registry.details', { number: data.number })}
      deeds={
        <>
          <LifeButtons registration={data} />
          <CertificateButton of="registration" id={id} />
          <ReceiptsButton subjectId={id} />
          <Button icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Card className="certificate">
        <Standing standing={data.standing} />
        <RegistrationDetails registration={data} />
      </Card>
      <HistoryPanel id={id} />
      <DutiesPanel registration={data} />
      <KeptLint filingId={id} />
      <ObjectionsPanel registration={data} />
    </Page>
  );
}
