// The seven categories of PBoC Order 2021 No. 7, Art. 2, in its order.
import type { View } from '../../api/client';

type Category = View<'RegistrationView'>['category'];

export const categories = [
  'equipment_mortgage',
  'receivables_pledge',
  'document_pledge',
  'finance_lease',
  'factoring',
  'retention_of_title',
  'other',
] as const satisfies readonly Category[];
