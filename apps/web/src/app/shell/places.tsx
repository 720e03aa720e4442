// The places of a person, by kind of work, the one they are at marked.
import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session';
import { placeAt, placesFor } from './navigation';

const GROUPS = ['story', 'register', 'platform'] as const;

export function Places({ onChosen }: { readonly onChosen?: () => void }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const shown = placesFor(useMay());
  const here = placeAt(shown, pathname);
  return (
    <nav aria-label={t('nav.label')} className="places">
      {GROUPS.map((group) => {
        const own = shown.filter((place) => (place.group ?? 'story') === group);
        if (own.length === 0) return null;
        return (
          <div key={group}>
            <div className="places-group">{t(`nav.group.${group}`)}</div>
            <ul>
              {own.map((place) => (
                <li key={place.path}>
                  <Link
                    to={place.path}
                    className="place"
                    aria-current={place === here ? 'page' : undefined}
                    onClick={onChosen}
                  >
                    <span aria-hidden>{place.icon}</span>
                    {t(place.text)}
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </nav>
  );
}
