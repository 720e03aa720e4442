// What somebody considers: chosen among the claims that are ranked, answered at once, written nowhere.
import { Flex, Form, Grid, Segmented, Select } from 'antd';
import { type Choice, NEEDS, type Supposed, type SuppositionKind, SUPPOSITIONS } from './ranks-shown';
import { usePriorityTexts } from './texts';

interface WhatIfProps {
  readonly supposed: Supposed;
  readonly choices: readonly Choice[];
  readonly onSuppose: (supposed: Supposed) => void;
}

export function WhatIf({ supposed, choices, onSuppose }: WhatIfProps) {
  const t = usePriorityTexts();
  const wide = Grid.useBreakpoint().lg ?? true;
  const options = choices.map(({ number, holder }) => ({ value: number, label: `${holder} · ${number}` }));
  const kinds = SUPPOSITIONS.map((value) => ({ value, label: t(`suppositions.${value}`) }));
  const choose = (kind: SuppositionKind) => onSuppose({ kind });
  return (
    <Form layout="vertical" className="no-print">
      <Form.Item label={t('whatIf')} style={{ marginBottom: 12 }}>
        {wide ? (
          <Segmented options={kinds} value={supposed.kind} onChange={choose} />
        ) : (
          <Select options={kinds} value={supposed.kind} onChange={choose} aria-label={t('whatIf')} />
        )}
      </Form.Item>
      <Flex gap={12} wrap>
        {NEEDS[supposed.kind].map((name) => (
          <Form.Item
            key={name}
            label={t(`numbers.${name}`)}
            style={{ flex: '1 1 280px', maxWidth: 480, marginBottom: 12 }}
          >
            <Select
              options={options}
              value={supposed[name] ?? null}
              placeholder={t('chooseNumber')}
              aria-label={t(`numbers.${name}`)}
              onChange={(number: string | null) =>
                onSuppose({ ...supposed, ...(number === null ? {} : { [name]: number }) })
              }
              showSearch={{ optionFilterProp: 'label' }}
            />
          </Form.Item>
        ))}
      </Flex>
    </Form>
  );
}
