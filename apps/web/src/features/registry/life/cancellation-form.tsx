// Ends a registration for good, with the reason that is kept.
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ReasonForm } from '../../../ui/forms/reason-form';
import { useLifeTexts } from './texts';

interface CancellationFormProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number'>;
  readonly onClose: () => void;
}

export function CancellationForm({ registration: { id, number }, onClose }: CancellationFormProps) {
  const t = useLifeTexts();
  return (
    <ReasonForm
      title={t('cancelTitle', { number })}
      yes={t('cancel')}
      consequence={t('cancelAbout')}
      touches={['registrations']}
      act={(body, header) =>
        take(api.POST('/api/registrations/{id}/cancellation', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
