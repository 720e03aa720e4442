// The debtor's payment slips: all of them in a list, or one by itself, made to be printed; and some of them as one
// signed file.
import { PrinterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { usePages } from '../../../api/pages';
import { take } from '../../../api/problem';
import { useFilters } from '../../../ui/filters';
import { List } from '../../../ui/list';
import { Page } from '../../../ui/page';
import { IssueSlipButton, isIssuable } from './issue-slip-button';
import { SlipCard } from './slip-card';
import { useSlipColumns } from './slip-columns';

export function SlipsPage() {
  const { t } = useTranslation();
  const [{ slip: id }, change] = useFilters(['slip']);
  const [chosen, choose] = useState<readonly string[]>([]);
  const pages = usePages(['payment-slips'], (query) =>
    take(api.GET('/api/payment-slips', { params: { query } })),
  );
  const columns = useSlipColumns((slip) => change({ slip }));
  const { items, hasNextPage, isFetchingNextPage, fetchNextPage } = pages;
  const shown = items.find((slip) => slip.id === id);
  const searches = id !== undefined && !shown && hasNextPage && !isFetchingNextPage;
  useEffect(() => {
    if (searches) void fetchNextPage();
  }, [searches, fetchNextPage]);
  return (
    <Page
      title={shown ? t('settlement.slipTitle', { number: shown.invoiceNumber }) : t('settlement.slipsTitle')}
      about={!shown && t('settlement.slipsAbout')}
      deeds={
        shown ? (
          <>
            <Button onClick={() => change({ slip: '' })}>{t('settlement.allSlips')}</Button>
            {isIssuable(shown) && <IssueSlipButton slips={[shown]} />}
            <Button type="primary" icon={<PrinterOutlined aria-hidden />} onClick={() => window.print()}>
              {t('common.print')}
            </Button>
          </>
        ) : (
          items.some(isIssuable) && (
            <IssueSlipButton
              slips={items.filter((slip) => chosen.includes(slip.id))}
              onDone={() => choose([])}
            />
          )
        )
      }
    >
      {shown ? (
        <SlipCard slip={shown} />
      ) : (
        <List
          pages={pages}
          columns={columns}
          rowKey={(slip) => slip.id}
          empty={{ text: t('settlement.slipsEmpty') }}
          selection={
            items.some(isIssuable) ? { keys: chosen, onChange: choose, selectable: isIssuable } : undefined
          }
        />
      )}
    </Page>
  );
}
