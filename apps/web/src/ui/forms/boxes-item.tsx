// Several of a few: boxes of which at least one is ticked. ARIA knows no required group, so the label says it and the rule
// sees to it.
import { Checkbox, Form } from 'antd';

interface BoxesItemProps {
  readonly name: string;
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
}

export function BoxesItem({ name, label, options }: BoxesItemProps) {
  return (
    <Form.Item label={label} required>
      <Form.Item name={name} noStyle messageVariables={{ label }} rules={[{ type: 'array', min: 1 }]}>
        <Checkbox.Group
          aria-label={label}
          style={{ display: 'flex', flexDirection: 'column', gap: 4 }}
          options={[...options]}
        />
      </Form.Item>
    </Form.Item>
  );
}
