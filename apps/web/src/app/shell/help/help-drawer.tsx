// What the page at hand is for, and what usually comes next.
import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { helpEn } from './help-en';
import { helpZh } from './help-zh';
import type { Topic } from './topics';

interface HelpDrawerProps {
  /** First word of the page's path. */
  readonly topic: string;
  readonly onClose: () => void;
}

export function HelpDrawer({ topic, onClose }: HelpDrawerProps) {
  const { t, i18n } = useTranslation();
  const topics = i18n.language === 'zh' ? helpZh : helpEn;
  const { what, next } = topics[Object.hasOwn(topics, topic) ? (topic as Topic) : 'start'];
  return (
    <Drawer open title={t('common.help')} onClose={onClose} size={380}>
      <h2 className="drawer-heading">{t('common.helpWhat')}</h2>
      <p>{what}</p>
      <h2 className="drawer-heading">{t('common.helpNext')}</h2>
      <p>{next}</p>
      <p className="muted">{t('common.helpKeys')}</p>
    </Drawer>
  );
}
