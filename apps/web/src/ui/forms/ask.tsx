// Asks before a deed that has consequences: what will happen, in words, and two buttons.
import { App } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export interface Question {
  readonly title: ReactNode;
  readonly consequence: ReactNode;
  readonly yes: string;
  readonly danger?: boolean;
  readonly width?: number;
}

/** Resolves to what the person chose. */
export function useAsk(): (question: Question) => Promise<boolean> {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  return async ({ title, consequence, yes, danger = false, width = 480 }) =>
    modal.confirm({
      title,
      content: consequence,
      width,
      okText: yes,
      okButtonProps: { danger },
      cancelText: t('common.cancel'),
    });
}
