// The ranks in their order: who, by which rule and article, and what each of the two clocks says.
import { Flex, Tag, Timeline, Typography } from 'antd';
import type { ReactNode } from 'react';
import type { View } from '../../../api/client';
import { MoneyText } from '../../../ui/text/money-text';
import { ExactInstant } from '../registration-details';
import { usePriorityTexts } from './texts';

type Answer = View<'PriorityView'>;
type Rank = Answer['ranks'][number];
type Claim = Rank | Answer['unranked'][number];

const COLOURS = { registered: 'blue', stated: 'gray', supposed: 'orange' } as const;

interface RankListProps {
  readonly ranks: readonly Rank[];
  readonly standing: Answer['standing'];
}

export function RankList({ ranks, standing }: RankListProps) {
  const t = usePriorityTexts();
  return (
    <section aria-label={t('ranks')}>
      <Timeline
        style={{ marginTop: 24 }}
        items={ranks.map((rank, index) => ({
          key: `${index} ${rank.number ?? rank.origin}`,
          color: COLOURS[rank.origin],
          content: <RankLine rank={rank} standing={standing} />,
        }))}
      />
    </section>
  );
}

function RankLine({ rank, standing }: { readonly rank: Rank; readonly standing: Answer['standing'] }) {
  const t = usePriorityTexts();
  return (
    <div>
      <Flex gap={8} wrap align="baseline">
        <Typography.Text strong>{t('rank', { rank: rank.rank })}</Typography.Text>
        <Who claim={rank} />
      </Flex>
      <div>
        {t(`rules.${rank.rule}`)} <span className="muted">{rank.article}</span>
      </div>
      <Clocks rank={rank} standing={standing} />
      <div className="muted">
        {t('secures')} {rank.secures === null ? t('all') : <MoneyText money={rank.secures} />}
        {rank.share !== null && (
          <>
            {' · '}
            {t('share')} <MoneyText money={rank.share} strong />
          </>
        )}
      </div>
    </div>
  );
}

function Who({ claim }: { readonly claim: Claim }) {
  const t = usePriorityTexts();
  const { number, origin, kind, securedParties } = claim;
  return (
    <>
      <span>{securedParties.join(' · ')}</span>
      {origin !== 'supposed' && <Tag>{t(`kinds.${kind}`)}</Tag>}
      {origin !== 'registered' && (
        <Tag color={origin === 'supposed' ? 'orange' : 'default'}>{t(`origins.${origin}`)}</Tag>
      )}
      {number !== null && <span className="figure">{number}</span>}
    </>
  );
}

/** Never mixed: ours decides here, the statutory one is beside it; where they are one, one is shown. */
function Clocks({ rank, standing }: { readonly rank: Rank; readonly standing: Answer['standing'] }) {
  const t = usePriorityTexts();
  if (rank.origin === 'supposed') return null;
  const registered = rank.events.find(({ kind }) => kind === 'registered');
  const noticed = rank.events.find(({ kind }) => kind === 'notice_arrived');
  return (
    <Flex gap={24} wrap style={{ margin: '6px 0' }}>
      <Clock label={t('ourClock')}>
        {registered ? <ExactInstant at={registered.at} /> : t('notRegistered')}
      </Clock>
      {registered && standing !== 'statutory' && (
        <Clock label={t('otherClock')}>
          {rank.statutory ? (
            <>
              <ExactInstant at={rank.statutory.registeredAt} />
              <span className="figure">{rank.statutory.number}</span>
            </>
          ) : (
            t('noOtherClock')
          )}
        </Clock>
      )}
      {noticed && (
        <Clock label={t('noticeTime')}>
          <ExactInstant at={noticed.at} />
        </Clock>
      )}
    </Flex>
  );
}

function Clock({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    <div>
      <div className="muted">{label}</div>
      <div>{children}</div>
    </div>
  );
}

export function Unranked({ claims }: { readonly claims: Answer['unranked'] }) {
  const t = usePriorityTexts();
  if (claims.length === 0) return null;
  return (
    <section>
      <h3>{t('unranked')}</h3>
      {claims.map((claim, index) => (
        <Flex key={`${index} ${claim.number ?? ''}`} gap={8} wrap align="baseline" className="muted">
          <Who claim={claim} />
          <span>{t(`reasons.${claim.reason}`)}</span>
        </Flex>
      ))}
    </section>
  );
}
