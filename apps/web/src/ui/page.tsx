// The frame of every screen: its title, what it is for, and its deeds at the right.
import { Flex, Typography } from 'antd';
import { type ReactNode, useEffect } from 'react';

interface PageProps {
  readonly title: ReactNode;
  /** For the browser's tab, where the title is more than text. */
  readonly name?: string;
  readonly about?: ReactNode;
  readonly deeds?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, name, about, deeds, children }: PageProps) {
  const tab = name ?? (typeof title === 'string' ? title : undefined);
  useEffect(() => {
    if (tab) document.title = `${tab} · 右券 Youquan`;
  }, [tab]);
  return (
    <>
      <Flex justify="space-between" align="flex-start" wrap gap={12} style={{ marginBottom: 16 }}>
        <div style={{ maxWidth: 760 }}>
          <Typography.Title level={1} style={{ fontSize: 22, lineHeight: 1.35, margin: 0 }}>
            {title}
          </Typography.Title>
          {about && <Typography.Text type="secondary">{about}</Typography.Text>}
        </div>
        {deeds && (
          <Flex gap={8} wrap className="no-print">
            {deeds}
          </Flex>
        )}
      </Flex>
      {children}
    </>
  );
}
