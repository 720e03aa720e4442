// Suspends somebody or something, or lets it back, with the reason that is kept.
import { useTranslation } from 'react-i18next';
import type { KeyHeader } from '../../api/deed';
import { ReasonForm, type ReasonFormProps } from './reason-form';

export interface StatusChange {
  readonly status: 'active' | 'suspended';
  readonly reason: string;
}

interface StatusFormProps extends Omit<ReasonFormProps, 'yes' | 'act'> {
  readonly status: StatusChange['status'];
  readonly change: (body: StatusChange, header: KeyHeader) => Promise<unknown>;
}

export function StatusForm({ status, change, ...rest }: StatusFormProps) {
  const { t } = useTranslation();
  const suspends = status === 'active';
  return (
    <ReasonForm
      {...rest}
      yes={t(suspends ? 'parties.suspend' : 'parties.reinstate')}
      act={({ reason }, header) => change({ reason, status: suspends ? 'suspended' : 'active' }, header)}
    />
  );
}
