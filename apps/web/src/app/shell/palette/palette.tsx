// Go to a page, or find a thing by number or name. What is found follows the permissions; the server does the looking
// where it has a search, and for deals and registrations the newest are looked through here.
import { useNavigate } from '@tanstack/react-router';
import { Command } from 'cmdk';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../../session';
import { placesFor } from '../navigation';
import { type Found, useFound } from './found';

export function Palette({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [typed, type] = useState('');
  const wanted = useDeferredValue(typed.trim());
  const places = placesFor(useMay()).filter(({ text }) => has(t(text), wanted));
  const groups = useFound(wanted);
  const keys = [
    ...places.map(({ path }) => path),
    ...groups.flatMap(({ items }) => items.map(({ key }) => key)),
  ];
  const [marked, mark] = useState('');
  const go = (to: Found['to']) => {
    onClose();
    void navigate(to);
  };
  return (
    <Command.Dialog
      open
      loop
      shouldFilter={false}
      value={keys.includes(marked) ? marked : (keys[0] ?? '')}
      onValueChange={mark}
      label={t('nav.palette')}
      overlayClassName="palette-veil"
      contentClassName="palette"
      onOpenChange={(open) => !open && onClose()}
    >
      <Command.Input value={typed} onValueChange={type} placeholder={t('nav.paletteHint')} />
      <Command.List label={t('nav.palette')}>
        <Command.Empty>{t('nav.paletteNothing')}</Command.Empty>
        {places.length > 0 && (
          <Command.Group heading={t('nav.pages')}>
            {places.map(({ path, text, icon }) => (
              <Command.Item key={path} value={path} onSelect={() => go({ to: path })}>
                <span aria-hidden>{icon}</span> {t(text)}
              </Command.Item>
            ))}
          </Command.Group>
        )}
        {groups.map(({ title, items }) => (
          <Command.Group key={title} heading={title}>
            {items.map(({ key, text, about, to }) => (
              <Command.Item key={key} value={key} onSelect={() => go(to)}>
                {text} <small className="muted">{about}</small>
              </Command.Item>
            ))}
          </Command.Group>
        ))}
      </Command.List>
    </Command.Dialog>
  );
}

const has = (text: string, wanted: string) => text.toLowerCase().includes(wanted.toLowerCase());
