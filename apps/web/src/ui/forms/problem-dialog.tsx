// A refusal of a deed that has no form of its own to show it in.
import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { HeldForApproval } from '../../api/problem';
import { ProblemBox } from './problem';

export function useProblemDialog(): (error: unknown) => void {
  const { modal } = App.useApp();
  const { t } = useTranslation();
  return (error) =>
    // What waits for a second person is no problem, and shown elsewhere.
    error instanceof HeldForApproval ||
    void modal.info({
      icon: null,
      width: 560,
      okText: t('common.close'),
      content: <ProblemBox error={error} />,
    });
}
