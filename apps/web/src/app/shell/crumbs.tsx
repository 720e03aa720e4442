// The way back: on a screen below a place, the place first and then where one is.
import { Link, useLocation } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useMay } from '../session';
import { placeAt, placesFor } from './navigation';

export function Crumbs({ here }: { readonly here: ReactNode }) {
  const { t } = useTranslation();
  const { pathname } = useLocation();
  const place = placeAt(placesFor(useMay()), pathname);
  if (!place || place.path === pathname) return null;
  return (
    <nav aria-label={t('nav.crumbs')} className="crumbs no-print">
      <ol>
        <li>
          <Link to={place.path}>{t(place.text)}</Link>
        </li>
        <li aria-current="page">{here}</li>
      </ol>
    </nav>
  );
}
