// A part of a screen under its own heading.
import { Typography } from 'antd';
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, about, children }: SectionProps) {
  return (
    <section style={{ marginTop: 28 }}>
      <Typography.Title level={2} style={{ fontSize: 17, margin: '0 0 4px' }}>
        {title}
      </Typography.Title>
      {about && (
        <Typography.Paragraph type="secondary" style={{ marginBottom: 0 }}>
          {about}
        </Typography.Paragraph>
      )}
      <div style={{ marginTop: 12 }}>{children}</div>
    </section>
  );
}
