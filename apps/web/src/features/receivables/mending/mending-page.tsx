// Refused rows are corrected where they are read: cell by cell, then checked again as a plan of their own.
import { useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { Alert, Button, Card, Flex, Spin } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { sendFiles } from '../../../api/upload';
import { ProblemBox } from '../../../ui/forms/problem';
import { LinkButton } from '../../../ui/link-button';
import { Page } from '../../../ui/page';
import { UPLOAD_API, UPLOAD_PAGE, type UploadSide } from '../uploads/upload-sides';
import {
  correctedFiles,
  invoicesOf,
  isChanged,
  type RefusedInvoice,
  type RefusedSheet,
  type Typed,
} from './corrected-files';
import { RefusedInvoiceCard } from './refused-invoice-card';
import { useMendingTexts } from './texts';

export function MendingPage() {
  return <RefusedRows side="receivables" />;
}

export function PayableMendingPage() {
  return <RefusedRows side="payables" />;
}

function RefusedRows({ side }: { readonly side: UploadSide }) {
  const t = useMendingTexts();
  const { i18n } = useTranslation();
  const { id = '' } = useParams({ strict: false });
  const language = i18n.language.startsWith('zh') ? 'zh' : 'en';
  const query = useInfiniteQuery({
    queryKey: ['uploads', id, 'refused'],
    initialPageParam: 0,
    queryFn: ({ pageParam: after }) => {
      const params = { path: { id }, query: { after } };
      return take(
        side === 'receivables'
          ? api.GET('/api/uploads/{id}/refused', { params })
          : api.GET('/api/payable-uploads/{id}/refused', { params }),
      );
    },
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const { data, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  return (
    <Page
      title={t('title')}
      about={t('about')}
      deeds={
        <>
          <LinkButton to={UPLOAD_PAGE[side]} params={{ id }}>
            {t('back')}
          </LinkButton>
          <Button href={`${UPLOAD_API[side]}/${id}/refused.csv?language=${language}`}>{t('csv')}</Button>
          <Button href={`${UPLOAD_API[side]}/${id}/refused.xlsx?language=${language}`}>{t('xlsx')}</Button>
        </>
      }
    >
      {error && <ProblemBox error={error} onRetry={refetch} />}
      {!error && !data && <Spin style={{ display: 'block', margin: '48px auto' }} />}
      {data && (
        <Mending side={side} sheets={data.pages.flatMap(({ sheets }) => sheets)}>
          {hasNextPage && (
            <Flex justify="center" style={{ marginTop: 12 }}>
              <Button loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
                {t('more')}
              </Button>
            </Flex>
          )}
        </Mending>
      )}
    </Page>
  );
}

interface MendingProps {
  readonly side: UploadSide;
  readonly sheets: readonly RefusedSheet[];
  /** What follows the cards. */
  readonly children: ReactNode;
}

function Mending({ side, sheets, children }: MendingProps) {
  const t = useMendingTexts();
  const [typed, setTyped] = useState<Typed>({});
  const invoices = invoicesOf(sheets);
  const type = (cell: string, text: string | null) =>
    setTyped(({ [cell]: _, ...others }) => (text === null ? others : { ...others, [cell]: text }));
  const reset = ({ key }: RefusedInvoice) =>
    setTyped((before) =>
      Object.fromEntries(Object.entries(before).filter(([cell]) => !cell.startsWith(`${key} `))),
    );
  if (invoices.length === 0) return <Alert type="info" title={t('none')} />;
  return (
    <>
      <Flex vertical gap={12}>
        {invoices.map((invoice) => (
          <RefusedInvoiceCard
            key={invoice.key}
            invoice={invoice}
            typed={typed}
            onType={type}
            onReset={() => reset(invoice)}
          />
        ))}
      </Flex>
      {children}
      <CheckAgain side={side} invoices={invoices} typed={typed} />
    </>
  );
}

/** Stays in sight below a long list. */
function CheckAgain({
  side,
  invoices,
  typed,
}: {
  readonly side: UploadSide;
  readonly invoices: readonly RefusedInvoice[];
  readonly typed: Typed;
}) {
  const t = useMendingTexts();
  const { i18n } = useTranslation();
  const navigate = useNavigate();
  const count = invoices.filter((invoice) => isChanged(invoice, typed)).length;
  const send = useDeed({
    call: (files: readonly File[], header) =>
      sendFiles(
        files,
        { mode: 'plan', to: UPLOAD_API[side], headers: { ...header, 'Accept-Language': i18n.language } },
        () => undefined,
      ),
    touches: ['uploads', 'documents'],
    onDone: ({ id }) => void navigate({ to: UPLOAD_PAGE[side], params: { id } }),
  });
  return (
    <Card size="small" style={{ position: 'sticky', bottom: 12, marginTop: 16, zIndex: 1 }}>
      <ProblemBox error={send.error} />
      <Flex gap={12} align="center" wrap>
        <Button
          type="primary"
          disabled={count === 0}
          loading={send.isPending}
          onClick={() => send.mutate(correctedFiles(invoices, typed))}
        >
          {count === 0 ? t('checkNone') : t('check', { count })}
        </Button>
        <span className="muted">{count === 0 ? t('unchanged') : t('changed', { count })}</span>
      </Flex>
    </Card>
  );
}
