// Everything that gave these ranks, in time: what happened to each claim, agreements, the other clock, and the ends of terms
// that are still to come, with the asked moment between them.
import { Timeline } from 'antd';
import type { View } from '../../../api/client';
import { ExactInstant } from '../registration-details';
import { type Moment, momentsOf } from './ranks-shown';
import { usePriorityTexts } from './texts';

type Answer = View<'PriorityView'>;
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
