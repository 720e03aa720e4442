// Each entry leads to the page where it is done or can be looked at.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../../api/client';
import { useMay } from '../../app/session';
import { placeOf } from './entry-place';

interface EntryLinkProps {
  readonly entry: View<'EntryView'>;
  readonly children: ReactNode;
}

export function EntryLink({ entry, children }: EntryLinkProps) {
  const place = placeOf(entry, useMay());
  if (place === null) return children;
  if ('page' in place)
    return (
      <Link to={place.page} params={{ id: place.id }}>
        {children}
      </Link>
    );
  return (
    <Link to={place.list} search={(place.search ?? {}) as never}>
      {children}
    </Link>
  );
}
