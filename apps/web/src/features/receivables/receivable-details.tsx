// All that is known of one receivable: what the buyer answered and why, and the file it was read from.
import { Descriptions, type DescriptionsProps } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { DateText, InstantText } from '../../ui/text/date-text';
import { MoneyText } from '../../ui/text/money-text';
import { StateTag } from '../../ui/text/state-tag';
import { ReceiptsButton } from '../audit/receipts-button';

type Receivable = View<'ReceivableView'>;
export function ReceivableDetails({ receivable }: { readonly receivable: Receivable }) {
  const { t } = useTranslation();
  const { answer, claimed, documentId, issueDate, listedAt, answerBy, paymentTerms } = receivable;
  const items: DescriptionsProps['items'] = [
    { key: 'issued', label: t('receivables.issued'), children: <DateText date={issueDate} /> },
    { key: 'claimed', label: t('receivables.claimed'), children: <MoneyText money={claimed} /> },
    { key: 'listedAt', label: t('receivables.listedAt'), children: <InstantText at={listedAt} /> },
    { key: 'answerBy', label: t('receivables.answerBy'), children: <DateText date={answerBy} /> },
    {
      key: 'file',
      label: t('receivables.file'),
      children: (
        <a href={`/api/documents/${documentId}/content`} download>
          {t('documents.download')}
        </a>
      ),
    },
    ...(paymentTerms ? [{ key: 'terms', label: t('receivables.terms'), children: paymentTerms }] : []),
    {
      key: 'answer',
      label: t('receivables.answer'),
      span: 'filled' as const,
      children: answer ? (
        <span>
          <Answer answer={answer} /> <ReceiptsButton subjectId={receivable.id} size="small" type="link" />
        </span>
      ) : listedAt ? (
        t('receivables.noAnswer')
      ) : (
        '—'
      ),
    },
  ];
  return <Descriptions colon={false} size="small" column={{ xs: 1, md: 3 }} items={items} />;
}

function Answer({ answer }: { readonly answer: NonNullable<Receivable['answer']> }) {
  const { t } = useTranslation();
  const { outcome, confirmed, reason, note, answeredAt } = answer;
  return (
    <span>
      <StateTag state={outcome}>{t(`receivables.state.${outcome}`)}</StateTag> <MoneyText money={confirmed} />{' '}
      {reason && `· ${t(`receivables.reasons.${reason}`)} `}
      {note && `“${note}” `}· <InstantText at={answeredAt} />
    </span>
  );
}
