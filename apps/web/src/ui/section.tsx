// A part of a screen under its own heading.
import type { ReactNode } from 'react';

interface SectionProps {
  readonly title: ReactNode;
  readonly about?: ReactNode;
  readonly children: ReactNode;
}

export function Section({ title, about, children }: SectionProps) {
  return (
    <section className="section">
      <h2>{title}</h2>
      {about && <p className="muted">{about}</p>}
      <div style={{ marginTop: 12 }}>{children}</div>
    </section>
  );
}
