// Whom to ask: chosen financiers, or all. Nobody is chosen beforehand.
import { useQuery } from '@tanstack/react-query';
import { Checkbox, Divider, Flex, Spin } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { CapabilityTags } from '../../parties/capability-tags';

const MOST = 50;

interface FinancierChoiceProps {
  readonly value?: readonly string[];
  readonly onChange?: (ids: string[]) => void;
}

export function FinancierChoice({ value = [], onChange }: FinancierChoiceProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery({
    queryKey: ['financiers'],
    queryFn: () => take(api.GET('/api/financiers', { params: { query: { limit: MOST } } })),
  });
  if (error) return <ProblemBox error={error} onRetry={refetch} />;
  if (!data) return <Spin />;
  const { items } = data;
  if (items.length === 0) return <span>{t('factoring.noFinanciers')}</span>;
  const all = value.length === items.length;
  return (
    <>
      <Checkbox
        checked={all}
        indeterminate={value.length > 0 && !all}
        onChange={({ target }) => onChange?.(target.checked ? items.map(({ id }) => id) : [])}
      >
        {t('factoring.everyone')}
      </Checkbox>
      <Divider style={{ margin: '8px 0' }} />
      <Checkbox.Group value={[...value]} onChange={(ids) => onChange?.(ids)} style={{ width: '100%' }}>
        <Flex vertical gap={8}>
          {items.map(({ id, legalName, capabilities }) => (
            <Checkbox key={id} value={id}>
              <Flex gap={8} wrap align="center">
                {legalName} <CapabilityTags list={capabilities} />
              </Flex>
            </Checkbox>
          ))}
        </Flex>
      </Checkbox.Group>
    </>
  );
}
