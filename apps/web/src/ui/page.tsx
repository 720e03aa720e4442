// The frame of every screen: where it stands, its title, what it is for, and its deeds at the right.
import { type ReactNode, useEffect } from 'react';
import { Crumbs } from '../app/shell/crumbs';
import { HelpButton } from '../app/shell/help/help-button';

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
      <Crumbs here={tab ?? title} />
      <header className="page-head">
        <div className="page-title">
          <h1>
            {title} <HelpButton />
          </h1>
          {about && <div className="muted">{about}</div>}
        </div>
        {deeds && <div className="page-deeds no-print">{deeds}</div>}
      </header>
      {children}
    </>
  );
}
