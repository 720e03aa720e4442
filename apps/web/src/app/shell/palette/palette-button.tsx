// The way to everything by a few letters: a field-like button, and Ctrl-K or Cmd-K anywhere.
import { SearchOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

export function PaletteButton({ compact }: { readonly compact: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'k' || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      setOpen((before) => !before);
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <>
      {compact ? (
        <Button
          type="text"
          icon={<SearchOutlined aria-hidden />}
          aria-label={t('nav.palette')}
          onClick={() => setOpen(true)}
        />
      ) : (
        <button type="button" className="palette-opener" onClick={() => setOpen(true)}>
          <SearchOutlined aria-hidden /> {t('nav.palette')} <kbd>Ctrl K</kbd>
        </button>
      )}
      {open && (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}
