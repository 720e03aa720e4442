// The table of roles as the server has it, and how its permissions are called.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';

export function useRoleTable() {
  return useQuery({
    queryKey: ['role-table'],
    staleTime: 3_600_000,
    queryFn: () => take(api.GET('/api/roles')),
  });
}

export function usePermissionWords(): (permission: string) => string {
  const { t } = useTranslation();
  return (permission) => {
    const [resource = '', verb = ''] = permission.split('.');
    return `${t(`people.resource.${resource as 'user'}`)}: ${t(`people.verb.${verb as 'read'}`)}`;
  };
}
