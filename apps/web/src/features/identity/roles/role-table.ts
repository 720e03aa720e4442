// The table of roles as the server has it, and how its permissions are called.
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { permissions as en } from '../../../app/texts/en/parties/permissions';
import { addTexts } from '../../../app/texts/late';
import { permissions as zh } from '../../../app/texts/zh/parties/permissions';

addTexts('permissions', { en, zh });

export function useRoleTable() {
  return useQuery({
    queryKey: ['role-table'],
    staleTime: 3_600_000,
    queryFn: () => take(api.GET('/api/roles')),
  });
}

export function usePermissionWords(): (permission: string) => string {
  const { t } = useTranslation('permissions');
  return (permission) => {
    const [resource = '', verb = ''] = permission.split('.');
    return `${t(`resource.${resource as 'user'}`)}: ${t(`verb.${verb as 'read'}`)}`;
  };
}
