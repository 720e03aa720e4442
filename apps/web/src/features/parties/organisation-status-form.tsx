// Suspends an organisation or lets it back.
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { StatusForm } from '../../ui/forms/status-form';

interface OrganisationStatusFormProps {
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

export function OrganisationStatusForm({
  organisation: { id, legalName: name, status },
  onClose,
}: OrganisationStatusFormProps) {
  const { t } = useTranslation();
  const suspends = status === 'active';
  return (
    <StatusForm
      status={suspends ? 'active' : 'suspended'}
      title={t(suspends ? 'parties.suspendTitle' : 'parties.reinstateTitle', { name })}
      consequence={t(suspends ? 'parties.suspendConsequence' : 'parties.reinstateConsequence')}
      touches={['organisations']}
      change={(body, header) =>
        take(api.POST('/api/organisations/{id}/status', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
