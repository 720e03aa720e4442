// An organisation leaves for good; the server refuses while its business is open.
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../api/client';
import { take } from '../../api/problem';
import { ReasonForm } from '../../ui/forms/reason-form';

interface OffboardFormProps {
  readonly organisation: View<'OrganisationView'>;
  readonly onClose: () => void;
}

export function OffboardForm({ organisation: { id, legalName: name }, onClose }: OffboardFormProps) {
  const { t } = useTranslation();
  return (
    <ReasonForm
      title={t('parties.offboardTitle', { name })}
      yes={t('parties.offboard')}
      consequence={t('parties.offboardConsequence')}
      touches={['organisations']}
      act={(body, header) =>
        take(api.POST('/api/organisations/{id}/departure', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
