// Everything that gave these ranks, in time: what happened to each claim, agreements, the other clock, and the ends of terms
// that are still to come, with the asked moment between them.
import { Timeline } from 'antd';
import type { View } from '../../../api/client';
import { ExactInstant } from '../registration-details';
import { usePriorityTexts } from './texts';

type Answer = View<'PriorityView'>;
type Word = 'registered' | 'ends' | 'arose' | 'notice_arrived' | 'extended' | 'cancelled' | 'released';
interface Moment {
  readonly at: string;
  readonly word: Word | 'statutory' | 'agreed' | 'agreementEnded' | 'here';
  readonly of: string;
  readonly number?: string;
  readonly junior?: string;
  readonly senior?: string;
}

/** In the order of time; what happens at the asked moment stands before it. */
export function momentsOf({ ranks, unranked, agreements, at }: Answer): Moment[] {
  const claims = [...ranks, ...unranked].flatMap(({ number, securedParties, events, statutory }) => {
    const of = [securedParties.join(' · '), number ?? ''].filter(Boolean).join(' · ');
    const over = events.some(({ kind }) => kind === 'cancelled' || kind === 'released');
    return [
      ...events.map((event): Moment => ({ at: event.at, word: event.kind, of })),
      ...(over
        ? []
        : events.flatMap(({ until }): Moment[] => (until ? [{ at: until, word: 'ends', of }] : []))),
      ...(statutory
        ? [{ at: statutory.registeredAt, word: 'statutory' as const, of, number: statutory.number }]
        : []),
    ];
  });
  const agreed = agreements.flatMap(
    ({ juniorNumber: junior, seniorNumber: senior, from, until }): Moment[] => [
      { at: from, word: 'agreed', of: '', junior, senior },
      ...(until === null ? [] : [{ at: until, word: 'agreementEnded' as const, of: '', junior, senior }]),
    ],
  );
  const here: Moment = { at, word: 'here', of: '' };
  return [...claims, ...agreed, here].sort(inTime);
}

/** Instants are compared to the microsecond, which a Date has not. */
function inTime(a: Moment, b: Moment): number {
  const [one, other] = [keyOf(a.at), keyOf(b.at)];
  if (one !== other) return one < other ? -1 : 1;
  return Number(a.word === 'here') - Number(b.word === 'here');
}
const keyOf = (at: string): string =>
  at.replace(/(\.\d+)?Z$/, (_, digits: string | undefined) => (digits ?? '.').padEnd(7, '0'));

export function Story({ answer }: { readonly answer: Answer }) {
  const t = usePriorityTexts();
  const moments = momentsOf(answer);
  const place = moments.findIndex(({ word }) => word === 'here');
  const wordOf = ({ word, junior = '', senior = '', number = '' }: Moment): string => {
    if (word === 'here') return t('here');
    if (word === 'statutory') return t('events.statutory', { number });
    if (word === 'agreed' || word === 'agreementEnded') return t(`events.${word}`, { junior, senior });
    return t(`events.${word}`);
  };
  return (
    <section className="section">
      <h2>{t('story')}</h2>
      <Timeline
        style={{ marginTop: 16 }}
        items={moments.map((moment, index) => ({
          key: `${index} ${moment.at}`,
          color: index === place ? 'green' : index < place ? 'blue' : 'gray',
          content: (
            <div className={index > place ? 'muted' : ''}>
              {index === place ? <strong>{wordOf(moment)}</strong> : wordOf(moment)}
              {moment.of && <span className="muted"> · {moment.of}</span>}
              <ExactInstant at={moment.at} />
            </div>
          ),
        }))}
      />
    </section>
  );
}
