// The objections that stand, where a registration is shown to whoever searched for it.
import { Alert } from 'antd';
import type { View } from '../../../api/client';
import { InstantText } from '../../../ui/text/date-text';
import { useObjectionTexts } from './texts';

interface StandingObjectionsProps {
  /** What was certified before objections were shown says nothing of them. */
  readonly objections: View<'RegistrationView'>['objections'] | undefined;
}

export function StandingObjections({ objections }: StandingObjectionsProps) {
  const t = useObjectionTexts();
  if (!objections || objections.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      style={{ marginBottom: 12 }}
      title={t('stands')}
      description={objections.map(({ number, filedAt, objector, capacity, reason, proved }) => (
        <div key={number}>
          <span className="figure">{number}</span> · <InstantText at={filedAt} seconds /> · {objector} (
          {t(`capacities.${capacity}`)}){proved && ` · ${t('inCourt')}`}: {reason}
        </div>
      ))}
    />
  );
}
