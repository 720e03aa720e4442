// What became of each invoice of one upload: outcome, reasons, and what to do about each.
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { Alert, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { useSentence } from '../../../ui/text/bilingual';
import { InstantText } from '../../../ui/text/date-text';
import { useFilters } from '../../../ui/filters';
import { LinkButton } from '../../../ui/link-button';
import { type Column, List } from '../../../ui/list';
import { MoneyText } from '../../../ui/text/money-text';
import { Page } from '../../../ui/page';
import { StateFilter } from '../../../ui/state-filter';
import { StateTag } from '../../../ui/text/state-tag';
import { useMatchWords } from '../duplicates/match-words';
import { countsOf } from './outcome-counts';
import { UploadDeeds } from './upload-deeds';
import { WaitingCorrections } from '../waiting-corrections';
import { UploadProgress } from './upload-progress';
import type { UploadSide } from './upload-sides';
import { useUploadingTexts } from './uploading-texts';

type InvoiceOutcome = View<'OutcomeView'>;

const PAGE = 100;

function useOutcomes(side: UploadSide, id: string, outcome: InvoiceOutcome['outcome'] | undefined) {
  const query = useInfiniteQuery({
    queryKey: ['uploads', id, 'outcomes', outcome],
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) => {
      const params = { path: { id }, query: { limit: PAGE, after, ...(outcome && { outcome }) } };
      return take(
        side === 'receivables'
          ? api.GET('/api/uploads/{id}', { params })
          : api.GET('/api/payable-uploads/{id}', { params }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const upload = query.data?.pages[0];
  return { upload, ...query, items: query.data?.pages.flatMap(({ outcomes }) => outcomes) ?? [] };
}

export function UploadPage() {
  return <UploadOutcomes side="receivables" />;
}

export function PayableUploadPage() {
  return <UploadOutcomes side="payables" />;
}

function UploadOutcomes({ side }: { readonly side: UploadSide }) {
  const { t, i18n } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const [filters, change] = useFilters(['outcome']);
  const outcome = (['accepted', 'changed', 'flagged', 'refused', 'duplicate'] as const).find(
    (one) => one === filters.outcome,
  );
  const { upload, ...pages } = useOutcomes(side, id, outcome);
  const columns = useColumns(side);
  const titleOf = useTitle();
  const present = upload ? countsOf(upload).filter(([, count]) => count > 0) : [];
  return (
    <Page
      title={titleOf(upload?.state)}
      about={upload && <InstantText at={upload.receivedAt} seconds />}
      deeds={
        side === 'payables' ? (
          <PayableWays />
        ) : (
          <>
            <LinkButton to="/uploads">{t('receivables.nextUpload')}</LinkButton>
            <LinkButton to="/receivables" type="primary">
              {t('receivables.nextReceivables')}
            </LinkButton>
          </>
        )
      }
    >
      {upload && (
        <>
          <Standing upload={upload} />
          <UploadProgress upload={upload} />
          <UploadDeeds upload={upload} />
          {side === 'receivables' && <WaitingCorrections uploadId={id} />}
        </>
      )}
      {present.length > 1 && (
        <StateFilter
          value={outcome}
          options={present.map(([value, count]) => ({
            value,
            label: `${t(`receivables.outcome.${value}`)} ${new Intl.NumberFormat(i18n.language).format(count)}`,
          }))}
          onChange={(value) => change({ outcome: value })}
        />
      )}
      {!isUnread(upload, pages.items) && (
        <List
          pages={pages}
          columns={columns}
          rowKey={({ position }) => String(position)}
          empty={{ text: t('receivables.outcomesEmpty') }}
        />
      )}
    </Page>
  );
}

function useTitle(): (state: View<'UploadSummaryView'>['state'] | undefined) => string {
  const { t } = useTranslation();
  const words = useUploadingTexts();
  return (state) => {
    if (state === 'reading') return words('readingTitle');
    return t(state === 'planned' ? 'receivables.planTitle' : 'receivables.outcomeTitle');
  };
}

/** Nothing is read yet: that no invoice is there would be wrong to say. */
const isUnread = (upload: View<'UploadSummaryView'> | undefined, items: readonly InvoiceOutcome[]): boolean =>
  (upload?.state === 'reading' || upload?.state === 'applying') && items.length === 0;

/** Said of a plan and of what was undone; what was applied speaks for itself. */
function Standing({ upload: { state, withdrawn, kept } }: { readonly upload: View<'UploadSummaryView'> }) {
  const { t } = useTranslation();
  if (state === 'planned')
    return <Alert type="info" style={{ marginBottom: 16 }} title={t('receivables.uploadState.planned')} />;
  if (state !== 'undone') return null;
  return (
    <Alert
      type="warning"
      style={{ marginBottom: 16 }}
      title={t('receivables.uploadState.undone')}
      description={t('receivables.undone', { withdrawn: withdrawn ?? 0, kept: kept ?? 0 })}
    />
  );
}

/** What was applied awaits a colleague; a supplier who is not here yet is invited. */
function PayableWays() {
  const { t } = useTranslation();
  return (
    <>
      <LinkButton to="/invitations">{t('payables.invite')}</LinkButton>
      <LinkButton to="/payables">{t('receivables.nextUpload')}</LinkButton>
      <LinkButton to="/confirmations" type="primary">
        {t('payables.nextConfirmations')}
      </LinkButton>
    </>
  );
}

function useColumns(side: UploadSide): Column<InvoiceOutcome>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'file',
      title: t('documents.name'),
      render: ({ fileName, sheet, line }) => (
        <span style={{ overflowWrap: 'anywhere' }}>
          {fileName}
          {sheet !== null && <span className="muted"> · {sheet}</span>}
          {line !== null && <span className="muted"> · {t('receivables.line', { line })}</span>}
        </span>
      ),
    },
    {
      key: 'invoice',
      title: t('receivables.invoice'),
      render: ({ invoiceNumber }) => <span className="figure">{invoiceNumber ?? '—'}</span>,
    },
    { key: 'buyer', title: t('receivables.debtor'), render: ({ buyerName }) => buyerName ?? '—' },
    {
      key: 'payable',
      title: t('receivables.payable'),
      right: true,
      render: ({ payable }) => <MoneyText money={payable} />,
    },
    {
      key: 'outcome',
      title: t('common.state'),
      render: ({ outcome }) => <StateTag state={outcome}>{t(`receivables.outcome.${outcome}`)}</StateTag>,
    },
    {
      key: 'reasons',
      title: t('receivables.next'),
      width: 380,
      render: (one) => <Next outcome={one} side={side} />,
    },
  ];
}

function Next({
  outcome: { reasons, receivableNumber, match },
  side,
}: {
  readonly outcome: InvoiceOutcome;
  readonly side: UploadSide;
}) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const words = useMatchWords();
  return (
    <Flex vertical gap={4} style={{ maxWidth: 420, whiteSpace: 'normal' }}>
      {reasons.map(({ rule, message, fix, field }) => (
        <div key={`${rule} ${field ?? ''}`}>
          {sentence(message)} <span className="muted">{sentence(fix)}</span>
        </div>
      ))}
      {match && <div className="muted">{words.agreeing(match)}</div>}
      {receivableNumber !== null && side === 'receivables' && (
        <Link to="/receivables" search={{ q: receivableNumber } as never}>
          {t('receivables.seeReceivable')}
        </Link>
      )}
    </Flex>
  );
}
