// What whoever filed a registration may do with it: amend, extend, cancel.
import { Button } from 'antd';
import { useState } from 'react';
import type { View } from '../../../api/client';
import { LinkButton } from '../../../ui/link-button';
import { CancellationForm } from './cancellation-form';
import { ExtensionForm } from './extension-form';
import { useLifeTexts } from './texts';

interface LifeButtonsProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'actions'>;
}

export function LifeButtons({ registration }: LifeButtonsProps) {
  const t = useLifeTexts();
  const [doing, choose] = useState<'extend' | 'cancel' | null>(null);
  const { id, actions } = registration;
  const close = () => choose(null);
  return (
    <>
      {actions.includes('amend') && (
        <LinkButton to="/registrations/$id/amend" params={{ id }}>
          {t('amend')}
        </LinkButton>
      )}
      {actions.includes('extend') && <Button onClick={() => choose('extend')}>{t('extend')}</Button>}
      {actions.includes('cancel') && (
        <Button danger onClick={() => choose('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {doing === 'extend' && <ExtensionForm registration={registration} onClose={close} />}
      {doing === 'cancel' && <CancellationForm registration={registration} onClose={close} />}
    </>
  );
}
