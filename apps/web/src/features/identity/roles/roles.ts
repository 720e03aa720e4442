// Every role, in the order in which it is offered.
import type { View } from '../../../api/client';

export const ROLES = [
  'supplier',
  'debtor_maker',
  'debtor_checker',
  'relationship_officer',
  'operations',
  'risk_officer',
  'registry_user',
  'administrator',
  'registrar',
  'regulator',
  'operator',
] as const satisfies readonly View<'NewUserBody'>['roles'][number][];
