// An empty list says what to do next.
import { Empty as AntEmpty } from 'antd';
import type { ReactNode } from 'react';

interface EmptyProps {
  readonly text: ReactNode;
  readonly deed?: ReactNode;
}

export function Empty({ text, deed }: EmptyProps) {
  return (
    <AntEmpty image={AntEmpty.PRESENTED_IMAGE_SIMPLE} description={text} style={{ margin: '40px 16px' }}>
      {deed}
    </AntEmpty>
  );
}
