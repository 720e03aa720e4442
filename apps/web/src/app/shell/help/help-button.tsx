// Opens the help of the place one is at; what it says is fetched when it is asked for.
import { QuestionCircleOutlined } from '@ant-design/icons';
import { useLocation } from '@tanstack/react-router';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';

const HelpDrawer = lazy(async () => ({ default: (await import('./help-drawer')).HelpDrawer }));

export function HelpButton() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const topic = useLocation().pathname.split('/')[1] ?? '';
  return (
    <>
      <Button
        type="text"
        size="small"
        className="no-print"
        icon={<QuestionCircleOutlined aria-hidden />}
        aria-label={t('common.help')}
        title={t('common.help')}
        onClick={() => setOpen(true)}
      />
      {open && (
        <Suspense>
          <HelpDrawer topic={topic} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
