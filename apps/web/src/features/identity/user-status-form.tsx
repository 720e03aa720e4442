// Suspends a person or lets them back.
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { StatusForm } from '../../ui/forms/status-form';

interface UserStatusFormProps {
  readonly user: View<'UserView'>;
  readonly onClose: () => void;
}

export function UserStatusForm({ user: { id, name, status }, onClose }: UserStatusFormProps) {
  const { t } = useTranslation();
  const suspends = status === 'active';
  return (
    <StatusForm
      status={status}
      title={t(suspends ? 'identity.suspendTitle' : 'identity.reinstateTitle', { name })}
      consequence={t(suspends ? 'identity.suspendConsequence' : 'identity.reinstateConsequence')}
      touches={['users']}
      change={(body, header) =>
        take(api.POST('/api/users/{id}/status', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
