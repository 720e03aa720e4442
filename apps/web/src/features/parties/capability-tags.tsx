// As what an organisation takes part.
import { Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';

export type Capability = View<'FinancierView'>['capabilities'][number];

export const capabilities: readonly Capability[] = [
  'supplier',
  'core_enterprise',
  'bank',
  'factor',
  'finance_company',
  'guarantor',
  'insurer',
  'registry_user',
  'registrar',
  'regulator',
  'operator',
];

export function CapabilityTags({ list }: { readonly list: readonly Capability[] }) {
  const { t } = useTranslation();
  return (
    <Flex gap={4} wrap>
      {list.map((one) => (
        <Tag key={one}>{t(`parties.capability.${one}`)}</Tag>
      ))}
    </Flex>
  );
}
