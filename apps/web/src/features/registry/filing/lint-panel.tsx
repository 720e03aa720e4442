// Beside the form: what strangers would find of this registration, and what contradicts it. It is asked again a moment
// after the last change, and kept with the registration that is filed as it was checked.
import { CheckCircleOutlined, CloseCircleOutlined } from '@ant-design/icons';
import { Alert, Button, Card, Flex, Spin, Tag, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { ProblemBox } from '../../../ui/forms/problem';
import { useSentence } from '../../../ui/text/bilingual';

type Lint = View<'LintView'>;
type Fault = Lint['faults'][number];
type Warning = Lint['warnings'][number];
type Trial = View<'TrialView'>;

interface LintPanelProps {
  readonly lint: Lint | undefined;
  readonly error: unknown;
  readonly busy: boolean;
  /** False: the last check was of other content. */
  readonly current: boolean;
  readonly onCheck: (() => void) | null;
}

export function LintPanel({ lint, error, busy, current, onCheck }: LintPanelProps) {
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      title={t('desk.check')}
      className="lint-panel"
      extra={
        <Button size="small" disabled={!onCheck} loading={busy} onClick={() => onCheck?.()}>
          {t('desk.checkAgain')}
        </Button>
      }
    >
      <Typography.Paragraph type="secondary">{t('desk.checkAbout')}</Typography.Paragraph>
      <ProblemBox error={error} />
      {!lint && !busy && <Typography.Text type="secondary">{t('desk.checkWaits')}</Typography.Text>}
      {!lint && busy && <Spin />}
      {lint && (
        <div aria-live="polite" style={{ opacity: current ? 1 : 0.5 }}>
          <LintOutcome lint={lint} />
        </div>
      )}
    </Card>
  );
}

/** What a check found, wherever it is shown. */
export function LintOutcome({ lint: { faults, warnings, trials } }: { readonly lint: Lint }) {
  const { t } = useTranslation();
  return (
    <>
      <Findings title={t('desk.checkFaults')} type="error" findings={faults} />
      <Findings title={t('desk.checkWarnings')} type="warning" findings={warnings} />
      {faults.length + warnings.length === 0 && (
        <Alert type="success" showIcon title={t('desk.checkClean')} />
      )}
      <Trials trials={trials} />
    </>
  );
}

interface FindingsProps {
  readonly title: string;
  readonly type: 'error' | 'warning';
  readonly findings: readonly (Fault | Warning)[];
}

function Findings({ title, type, findings }: FindingsProps) {
  const sentence = useSentence();
  const fieldName = useFieldName();
  if (findings.length === 0) return null;
  return (
    <section style={{ marginBottom: 12 }}>
      <h2 className="drawer-heading">{title}</h2>
      <Flex vertical gap={8}>
        {findings.map((one) => (
          <Alert
            key={`${one.pointer}${one.rule}`}
            type={type}
            className="compact"
            title={`${fieldName(one.pointer)} ${sentence(one.message)}`}
            description={
              <>
                {sentence(one.fix)}
                {'numbers' in one && one.numbers.length > 0 && (
                  <div className="figure">{one.numbers.join('、')}</div>
                )}
              </>
            }
          />
        ))}
      </Flex>
    </section>
  );
}

const FIELDS = [
  'category',
  'grantors',
  'securedParties',
  'collateral',
  'termMonths',
  'maximumAmount',
] as const;

/** "/collateral/1/assetKey" as people say it. */
function useFieldName(): (pointer: string) => string {
  const { t } = useTranslation();
  return (pointer) => {
    const [, first = '', place] = pointer.split('/');
    const field = FIELDS.find((one) => one === first);
    return field ? `${t(`desk.fields.${field}`, { place: place ? Number(place) + 1 : '' }).trim()}:` : '';
  };
}

function Trials({ trials }: { readonly trials: readonly (readonly Trial[])[] }) {
  const { t } = useTranslation();
  const all = trials.flat();
  if (all.length === 0) return null;
  return (
    <section>
      <h2 className="drawer-heading">{t('desk.checkTrials')}</h2>
      <ul className="trials">
        {all.map(({ stranger, searchedFor, found }, index) => (
          <li key={index}>
            <Tag
              color={found ? 'green' : 'gold'}
              icon={found ? <CheckCircleOutlined aria-hidden /> : <CloseCircleOutlined aria-hidden />}
            >
              {t(found ? 'desk.found' : 'desk.notFound')}
            </Tag>
            {searchedFor} <span className="muted">{t(`desk.strangers.${stranger}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
