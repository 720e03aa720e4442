// The objector takes the objection back, for good.
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import { ReasonForm } from '../../../ui/forms/reason-form';
import { useObjectionTexts } from './texts';

interface WithdrawalFormProps {
  readonly objection: Pick<View<'ObjectionView'>, 'id' | 'number'>;
  readonly onClose: () => void;
}

export function WithdrawalForm({ objection: { id, number }, onClose }: WithdrawalFormProps) {
  const t = useObjectionTexts();
  return (
    <ReasonForm
      title={t('withdrawTitle', { number })}
      yes={t('withdraw')}
      consequence={t('withdrawAbout')}
      touches={['objections', 'registrations']}
      act={(body, header) =>
        take(api.POST('/api/objections/{id}/withdrawal', { body, params: { header, path: { id } } }))
      }
      onClose={onClose}
    />
  );
}
