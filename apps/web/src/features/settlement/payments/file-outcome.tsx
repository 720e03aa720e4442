// What became of one file of the bank: each statement in it with reasons, and what it told of.
import { Alert, Flex, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { ProblemBox } from '../../../ui/forms/problem';
import { useSentence } from '../../../ui/text/bilingual';
import { StateTag } from '../../../ui/text/state-tag';

type Outcome = View<'StatementImportedView'>;
export interface SentFile {
  readonly key: string;
  readonly name: string;
  readonly outcome: Outcome | null;
  readonly error: unknown;
}

export function FileOutcome({ file: { name, outcome, error } }: { readonly file: SentFile }) {
  const { t } = useTranslation();
  if (error)
    return (
      <div>
        <strong style={{ overflowWrap: 'anywhere' }}>{name}</strong>
        <ProblemBox error={error} />
      </div>
    );
  if (!outcome) return <Alert title={name} description={t('settlement.sending')} />;
  const kind = kindOf(outcome);
  return (
    <Alert
      type={kind === 'imported' ? 'success' : kind === 'repeated' ? 'info' : 'error'}
      title={
        <Flex gap={8} wrap align="center">
          <strong style={{ overflowWrap: 'anywhere' }}>{name}</strong>
          <StateTag state={kind === 'imported' ? 'accepted' : kind === 'repeated' ? 'duplicate' : kind}>
            {t(`settlement.fileOutcome.${kind}`)}
          </StateTag>
        </Flex>
      }
      description={<Told outcome={outcome} />}
    />
  );
}

function kindOf({ repeated, statements }: Outcome): 'imported' | 'repeated' | 'refused' {
  if (repeated) return 'repeated';
  return statements.some(({ status }) => status === 'imported') ? 'imported' : 'refused';
}

function Told({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTranslation();
  const { repeated, statements, payoutIds, paymentIds, unexplained } = outcome;
  const told = [
    paymentIds.length > 0 && t('settlement.newPayments', { count: paymentIds.length }),
    payoutIds.length > 0 && t('settlement.toldPayouts', { count: payoutIds.length }),
    unexplained > 0 && t('settlement.unexplained', { count: unexplained }),
  ].filter(Boolean);
  return (
    <Flex vertical gap={4}>
      {repeated && <span>{t('settlement.repeated')}</span>}
      {statements.map((statement, index) => (
        <StatementLine key={index} statement={statement} />
      ))}
      {told.length > 0 && <strong>{told.join(' · ')}</strong>}
    </Flex>
  );
}

function StatementLine({ statement }: { readonly statement: Outcome['statements'][number] }) {
  const { t } = useTranslation();
  const sentence = useSentence();
  const { account, status, entries, added, reasons } = statement;
  return (
    <div>
      {status === 'imported'
        ? t('settlement.importedLine', { account, entries, added })
        : account && t('settlement.refusedLine', { account })}
      {reasons.map(({ rule, message, fix, line }, index) => (
        <div key={`${rule}${index}`}>
          {line !== null && `${t('receivables.line', { line })}: `}
          {sentence(message)} <Typography.Text type="secondary">{sentence(fix)}</Typography.Text>
        </div>
      ))}
    </div>
  );
}
