// One demand as the letter that it is, in both languages, made to be printed.
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useMay } from '../../../app/session';
import { ProblemBox } from '../../../ui/forms/problem';
import { Page } from '../../../ui/page';
import { InstantText } from '../../../ui/text/date-text';
import { ReceiptsButton } from '../../audit/receipts-button';
import { DeliveryTag } from './demand-states';

type Demand = View<'DemandView'>;

export function DemandPage() {
  const { t } = useTranslation();
  const may = useMay();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['demands', 'one', id],
    queryFn: () => take(api.GET('/api/demands/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={t('demands.one', { number: data.invoiceNumber })}
      about={<DeliveryTag delivery={data.delivery} />}
      deeds={
        <>
          {may('confirmation.read') && <Link to="/confirmations">{t('demands.answer')}</Link>}
          <ReceiptsButton subjectId={id} />
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      {data.delivery === 'no_contact' && (
        <Alert
          type="warning"
          showIcon
          className="no-print"
          style={{ marginBottom: 16 }}
          title={t('demands.noContact')}
        />
      )}
      <Card className="certificate">
        <LetterIn language="zh" demand={data} />
        <LetterIn language="en" demand={data} />
        <Typography.Text type="secondary">
          {t('demands.issued')} <InstantText at={data.issuedAt} seconds />
          {data.deliveredAt && (
            <>
              {' · '}
              {t('demands.mailedAt')} <InstantText at={data.deliveredAt} seconds />
            </>
          )}
        </Typography.Text>
      </Card>
    </Page>
  );
}

interface LetterProps {
  readonly language: 'en' | 'zh';
  readonly demand: Demand;
}

/** The letter reads the same whatever language the screen has; its reader may speak either. */
function LetterIn({ language, demand: { letter } }: LetterProps) {
  return (
    <section lang={language} data-given style={{ maxWidth: 760, marginBottom: 24 }}>
      <Typography.Title level={2} style={{ fontSize: 18 }}>
        {letter.title[language]}
      </Typography.Title>
      {letter.paragraphs.map((paragraph) => (
        <Typography.Paragraph key={paragraph.en}>{paragraph[language]}</Typography.Paragraph>
      ))}
    </section>
  );
}
