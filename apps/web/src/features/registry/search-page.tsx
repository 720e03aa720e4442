// The second step of a search: its certificate, made to be read on paper too.
import { PrinterOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Descriptions, Flex, Result, Spin, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { useDeed } from '../../api/deed';
import { take } from '../../api/problem';
import { InstantText } from '../../ui/text/date-text';
import { LinkButton } from '../../ui/link-button';
import { Page } from '../../ui/page';
import { ProblemBox } from '../../ui/forms/problem';
import { StateTag } from '../../ui/text/state-tag';
import { useArchiveTexts } from './archive-texts';
import { CertificateButton } from './certificates/certificate-button';
import { ReceiptsButton } from '../audit/receipts-button';
import { StandingObjections } from './objections/standing-objections';
import { ExactInstant, RegistrationDetails, Standing } from './registration-details';
import { TermsText } from './terms-text';

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
          <LinkButton to="/searches">{t('registry.newSearch')}</LinkButton>
          <CertificateButton of="search" id={id} />
          <ReceiptsButton subjectId={id} />
          <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
            {t('common.print')}
          </Button>
        </>
      }
    >
      <Card className="certificate">
        <Head certificate={data} />
        <Hits certificate={data} />
        <NearMisses certificate={data} />
      </Card>
    </Page>
  );
}

function Head({ certificate }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const archive = useArchiveTexts();
  const { number, searchedAt, terms, termsHash, standing, hitCount, next } = certificate;
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
                <TermsText terms={terms} />
                {terms.includeEnded && ` · ${t('registry.includeEnded')}`}
                {terms.includeArchived && ` · ${archive('include')}`}
                {terms.exactOnly && ` · ${t('registry.exactOnly')}`}
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
            children: <strong>{t('registry.hitCount', { count: hitCount })}</strong>,
          },
          {
            key: 'hash',
            label: t('registry.termsHash'),
            span: 'filled',
            children: <span className="hash">{termsHash}</span>,
          },
        ]}
      />
      {next !== null && <Continue certificate={certificate} />}
    </>
  );
}

/** The hits that follow, on a certificate of their own, as the register stood at the time of the first. */
function Continue({ certificate: { terms, searchedAt, next } }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const search = useDeed({
    call: (body: View<'RecordedSearchBody'>, header) =>
      take(api.POST('/api/searches', { body, params: { header } })),
    touches: ['searches'],
    onDone: ({ id }) => void navigate({ to: '/searches/$id', params: { id } }),
  });
  return (
    <>
      <ProblemBox error={search.error} />
      <Alert
        type="warning"
        showIcon
        title={t('registry.incomplete')}
        action={
          <Button
            loading={search.isPending}
            onClick={() => search.mutate({ ...terms, at: terms.at ?? searchedAt, after: next })}
          >
            {t('registry.continue')}
          </Button>
        }
      />
    </>
  );
}

/** Names that are no hits, so that whoever mistyped one sees it. */
function NearMisses({ certificate: { nearMisses, nearMissCount } }: { readonly certificate: Certificate }) {
  const { t } = useTranslation();
  if (nearMissCount === 0) return null;
  return (
    <section style={{ marginTop: 20 }}>
      <Typography.Title level={2} style={{ fontSize: 17 }}>
        {t('registry.nearMisses', { count: nearMissCount })}
      </Typography.Title>
      <ul>
        {nearMisses.map(({ legalName, score }) => (
          <li key={legalName}>
            {legalName} <Typography.Text type="secondary">{percent(score)}</Typography.Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

const percent = (score: number) => `${Math.round(score * 100)} %`;

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
        {hits.map(({ class: how, rule, score, matchedName, filing }, index) => (
          <section key={filing.id}>
            <Flex gap={8} style={{ marginBottom: 8 }} align="center">
              <strong>{index + 1}.</strong>
              <StateTag state={how === 'exact' ? 'live' : 'draft'}>{t(`registry.${how}`)}</StateTag>
              {how === 'similar' && <strong>{percent(score)}</strong>}
              <Typography.Text type="secondary">{t(`registry.rules.${rule}`)}</Typography.Text>
              {how === 'similar' && <span>{matchedName}</span>}
            </Flex>
            <StandingObjections objections={filing.objections} />
            <RegistrationDetails registration={filing} />
          </section>
        ))}
      </Flex>
    </>
  );
}
