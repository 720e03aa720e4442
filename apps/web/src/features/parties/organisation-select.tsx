// Choosing an organisation by name, among those in the reader's scope.
import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { useState } from 'react';
import { api } from '../../api/client';
import { take } from '../../api/problem';

const MOST = 200;

/** Names by id, and the organisations whose name contains `q`. */
export function useOrganisations(q = '') {
  const { data, isPending } = useQuery({
    queryKey: ['organisations', 'choice', q],
    queryFn: () =>
      take(api.GET('/api/organisations', { params: { query: { limit: MOST, ...(q && { q }) } } })),
    placeholderData: (before) => before,
  });
  const items = data?.items ?? [];
  return { items, isPending, names: new Map(items.map(({ id, legalName }) => [id, legalName])) };
}

interface OrganisationSelectProps {
  readonly id?: string;
  readonly value?: string;
  readonly placeholder?: string;
  readonly onChange?: (id: string) => void;
}

export function OrganisationSelect(props: OrganisationSelectProps) {
  const [q, search] = useState('');
  const { items, isPending } = useOrganisations(q);
  return (
    <Select
      {...props}
      showSearch={{ filterOption: false, onSearch: search }}
      loading={isPending}
      options={items.map(({ id, legalName }) => ({ value: id, label: legalName }))}
    />
  );
}
