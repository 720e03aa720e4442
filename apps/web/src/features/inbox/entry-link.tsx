// Each entry leads to the page where it is done or can be looked at.
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { View } from '../../api/client';
import { useMay } from '../../app/session';

interface EntryLinkProps {
  readonly entry: View<'EntryView'>;
  readonly children: ReactNode;
}

export function EntryLink({ entry: { subjectType, subjectId: id }, children }: EntryLinkProps) {
  const debtor = useMay()('confirmation.read');
  switch (subjectType) {
    case 'deal':
      return (
        <Link to="/deals/$id" params={{ id }}>
          {children}
        </Link>
      );
    case 'request':
      return (
        <Link to="/requests/$id" params={{ id }}>
          {children}
        </Link>
      );
    case 'approval':
      return (
        <Link to="/approvals/$id" params={{ id }}>
          {children}
        </Link>
      );
    case 'demand':
      return (
        <Link to="/demands/$id" params={{ id }}>
          {children}
        </Link>
      );
    case 'receivable':
    case 'dispute':
      return <Link to={debtor ? '/confirmations' : '/receivables'}>{children}</Link>;
  }
}
