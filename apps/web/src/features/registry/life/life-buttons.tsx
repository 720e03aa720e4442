// What whoever filed a registration, or has its modification code, may do with it: amend, extend, cancel, take a code.
import { Button } from 'antd';
import { useState } from 'react';
import type { View } from '../../../api/client';
import { LinkButton } from '../../../ui/link-button';
import { CancellationForm } from './cancellation-form';
import { changesByCode } from './code-field';
import { CodeForm } from './code-form';
import { ExtensionForm } from './extension-form';
import { useLifeTexts } from './texts';

interface LifeButtonsProps {
  readonly registration: Pick<View<'RegistrationView'>, 'id' | 'number' | 'actions'>;
}

export function LifeButtons({ registration }: LifeButtonsProps) {
  const t = useLifeTexts();
  const [doing, choose] = useState<'extend' | 'cancel' | 'code' | null>(null);
  const { id, actions } = registration;
  const close = () => choose(null);
  const byCode = changesByCode(registration);
  return (
    <>
      {(byCode || actions.includes('amend')) && (
        <LinkButton to="/registrations/$id/amend" params={{ id }}>
          {t('amend')}
        </LinkButton>
      )}
      {(byCode || actions.includes('extend')) && (
        <Button onClick={() => choose('extend')}>{t('extend')}</Button>
      )}
      {(byCode || actions.includes('cancel')) && (
        <Button danger onClick={() => choose('cancel')}>
          {t('cancel')}
        </Button>
      )}
      {actions.includes('modification_code') && <Button onClick={() => choose('code')}>{t('code')}</Button>}
      {doing === 'code' && <CodeForm registration={registration} onClose={close} />}
      {doing === 'extend' && <ExtensionForm registration={registration} onClose={close} />}
      {doing === 'cancel' && <CancellationForm registration={registration} onClose={close} />}
    </>
  );
}
