// The warning itself: how long the session still lasts, and one button that keeps it.
import { Button, Modal } from 'antd';
import { useTranslation } from 'react-i18next';

interface IdleDialogProps {
  readonly secondsLeft: number;
  readonly onStay: () => void;
}

export function IdleDialog({ secondsLeft, onStay }: IdleDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      title={t('identity.idleTitle')}
      onCancel={onStay}
      footer={
        <Button type="primary" onClick={onStay} autoFocus>
          {t('identity.idleStay')}
        </Button>
      }
    >
      {t('identity.idleAbout', { count: secondsLeft })}
    </Modal>
  );
}
