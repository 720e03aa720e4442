// All that is known of one receivable: what the buyer answered and why, what it resembles, what corrected it, and the
// file it was read from.
import { Alert, Descriptions, type DescriptionsProps, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { DateText, InstantText } from '../../ui/text/date-text';
import { MoneyText } from '../../ui/text/money-text';
import { StateTag } from '../../ui/text/state-tag';
import { ReceiptsButton } from '../audit/receipts-button';
import { ReceivableDemands } from './demands/receivable-demands';
import { ReceivableTax } from './tax/receivable-tax';
import { NoAssignment } from './assurance/assurance';
import { DebtorResponse } from './assurance/debtor-response';
import { GradeTag } from './confirmations/grade-tag';
import { useMatchWords } from './duplicates/match-words';

type Receivable = View<'ReceivableView'>;
export function ReceivableDetails({ receivable }: { readonly receivable: Receivable }) {
  const { t } = useTranslation();
  const { answer, claimed, documentId, issueDate, listedAt, answerBy, paymentTerms } = receivable;
  const { matches, corrections, registered, presentedBy, actions } = receivable;
  const items: DescriptionsProps['items'] = [
    { key: 'issued', label: t('receivables.issued'), children: <DateText date={issueDate} /> },
    { key: 'claimed', label: t('receivables.claimed'), children: <MoneyText money={claimed} /> },
    { key: 'listedAt', label: t('receivables.listedAt'), children: <InstantText at={listedAt} /> },
    { key: 'answerBy', label: t('receivables.answerBy'), children: <DateText date={answerBy} /> },
    {
      key: 'file',
      label: t('receivables.file'),
      children: actions.includes('download') ? (
        <a href={`/api/documents/${documentId}/content`} download>
          {t('documents.download')}
        </a>
      ) : (
        t(presentedBy === 'debtor' ? 'payables.byDebtor' : 'receivables.byAgent')
      ),
    },
    ...(paymentTerms ? [{ key: 'terms', label: t('receivables.terms'), children: paymentTerms }] : []),
    {
      key: 'answer',
      label: t('receivables.answer'),
      span: 'filled' as const,
      children: answer ? (
        <span>
          <Answer answer={answer} /> {receivable.grade && <GradeTag grade={receivable.grade} />}
          {receivable.hasNoAssignmentClause && <NoAssignment />}
          <ReceiptsButton subjectId={receivable.id} size="small" type="link" />
        </span>
      ) : listedAt ? (
        t('receivables.noAnswer')
      ) : (
        '—'
      ),
    },
    ...(listedAt
      ? [
          {
            key: 'response',
            label: t('assurance.response'),
            span: 'filled' as const,
            children: <DebtorResponse receivableId={receivable.id} />,
          },
          {
            key: 'demands',
            label: t('demands.title'),
            span: 'filled' as const,
            children: <ReceivableDemands receivable={receivable} />,
          },
        ]
      : []),
    {
      key: 'tax',
      label: t('tax.title'),
      span: 'filled' as const,
      children: <ReceivableTax receivableId={receivable.id} />,
    },
    ...(matches.length > 0
      ? [
          {
            key: 'matches',
            label: t('receivables.similar'),
            span: 'filled' as const,
            children: (
              <Flex vertical>
                {matches.map((match, index) => (
                  <Match key={index} match={match} />
                ))}
              </Flex>
            ),
          },
        ]
      : []),
    ...(corrections.length > 0
      ? [
          {
            key: 'corrections',
            label: t('receivables.corrections'),
            span: 'filled' as const,
            children: (
              <Flex vertical>
                <span>
                  {t('receivables.registered')} <MoneyText money={registered} />
                </span>
                {corrections.map((correction) => (
                  <Correction key={correction.id} correction={correction} />
                ))}
              </Flex>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      {receivable.duplicateHold && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t('receivables.heldTitle')}
          description={t('receivables.heldRelease', { debtor: receivable.debtorName })}
        />
      )}
      <Descriptions colon={false} size="small" column={{ xs: 1, md: 3 }} items={items} />
    </>
  );
}

function Match({ match }: { readonly match: Receivable['matches'][number] }) {
  const { t } = useTranslation();
  const words = useMatchWords();
  const { state, clearedBy, reason } = match;
  return (
    <span>
      {words.resembles(match)} · {words.agreeing(match)} · {t(`receivables.matchState.${state}`)}
      {clearedBy && ` ${clearedBy}`}
      {reason && <span data-given> “{reason}”</span>}
    </span>
  );
}

function Correction({ correction }: { readonly correction: Receivable['corrections'][number] }) {
  const { t } = useTranslation();
  const { kind, number, issueDate, applied, excess } = correction;
  return (
    <span>
      {t(`receivables.correction.${kind}`, { number })} · <DateText date={issueDate} /> ·{' '}
      {t('receivables.applied')} <MoneyText money={applied} />
      {Number(excess.amount) > 0 && (
        <>
          {' '}
          · {t('receivables.excess')} <MoneyText money={excess} />
        </>
      )}
    </span>
  );
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
