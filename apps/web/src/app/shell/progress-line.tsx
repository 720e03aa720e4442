// A line at the very top while something takes its time: an answer, a deed, or the next screen.
import { useIsFetching, useIsMutating } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';

/** What is quicker is not worth a sign. */
const PATIENCE_MS = 400;

export function ProgressLine() {
  const { t } = useTranslation();
  const [shown, show] = useState(false);
  const asks = useIsFetching() + useIsMutating();
  const busy = useRouterState({ select: ({ isLoading }) => isLoading }) || asks > 0;
  useEffect(() => {
    if (!busy) return;
    const timer = setTimeout(() => show(true), PATIENCE_MS);
    return () => {
      clearTimeout(timer);
      show(false);
    };
  }, [busy]);
  return shown ? <div className="progress-line" role="progressbar" aria-label={t('common.working')} /> : null;
}
