// The second step of a search: its certificate, made to be read on paper too.
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Descriptions, Flex, Result, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { ProblemBox } from '../../ui/forms/problem';
import { StateTag } from '../../ui/text/state-tag';
import { ReceiptButton } from '../audit/receipt-button';
import { ExactInstant, RegistrationDetails, Standing } from './registration-details';
import { termsText } from './terms-text';

type Certificate = View<'SearchCertificateView'>;

export function SearchPage() {
  const { t } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const { data, error, refetch } = useQuery({
    queryKey: ['searches', 'one', id],
    queryFn: () => take(api.GET('/api/searches/{id}', { params: { path: { id } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin style={{ display: 'block', margin: '48px auto' }} />;
  return (
    <Page
      title={t('registry.certificate')}
      deeds={
        <>
          <ReceiptButton subjectId={id} name={data.number} />
          <LinkButton to="/searches">{t('registry.newSearch')}</LinkButton>
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Card className="certificate">
        <Head certificate={data} />
        <Hits certificate={data} />
      </Card>
    </Page>
  );
}

function Head({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const { number, searchedAt, terms, termsHash, standing, hits, complete } = certificate;
  return (
    <>
      <Standing standing={standing} />
      <Descriptions
        colon={false}
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          {
            key: 'number',
            label: t('registry.certificateNumber'),
            children: <strong className="figure">{number}</strong>,
          },
          { key: 'at', label: t('registry.searchedAt'), children: <ExactInstant at={searchedAt} /> },
          {
            key: 'terms',
            label: t('registry.searchedFor'),
            children: (
              <span>
                {t(`registry.by.${terms.by}`)}: <strong>{termsText(terms)}</strong>
                {terms.includeEnded && ` · ${t('registry.includeEnded')}`}
                {terms.at && (
                  <>
                    {' · '}
                    <InstantText at={terms.at} seconds />
                  </>
                )}
              </span>
            ),
          },
          {
            key: 'hits',
            label: t('registry.hits'),
            children: <strong>{t('registry.hitCount', { count: hits.length })}</strong>,
          },
          {
            key: 'hash',
            label: t('registry.termsHash'),
            span: 'filled',
            children: <span className="hash">{termsHash}</span>,
          },
        ]}
      />
      {!complete && (
        <Alert
          type="warning"
          showIcon
          title={t('registry.incomplete')}
          description={t('registry.incompleteFix')}
        />
      )}
    </>
  );
}

function Hits({ certificate: { hits } }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  if (hits.length === 0)
    return (
      <Result status="info" title={t('registry.nothingFound')} subTitle={t('registry.nothingFoundAbout')} />
    );
  return (
    <>
      <Typography.Title level={2} style={{ fontSize: 17 }}>
        {t('registry.order')}
      </Typography.Title>
      <Flex vertical gap={20}>
        {hits.map(({ class: how, rule, filing }, index) => (
          <section key={filing.id}>
            <Flex gap={8} style={{ marginBottom: 8 }} align="center">
              <strong>{index + 1}.</strong>
              <StateTag state="live">{t(`registry.${how}`)}</StateTag>
              <Typography.Text type="secondary">{t(`registry.rules.${rule}`)}</Typography.Text>
            </Flex>
            <RegistrationDetails registration={filing} />
          </section>
        ))}
      </Flex>
    </>
  );
}
