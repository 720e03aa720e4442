// The link at the end of a mail. A person confirms it: programs that read mails open links by themselves.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Door } from '../../joining/door';
import { useMailTexts } from './texts';

export function UnsubscribePage() {
  const t = useMailTexts();
  const token = window.location.hash.slice(1) || '-';
  const end = useMutation({
    mutationFn: () => take(api.POST('/api/inbox/unsubscribe', { params: { query: { token } } })),
  });
  return (
    <Door title={t('farewellTitle')} about={t('farewellAbout')}>
      {end.isSuccess ? (
        <Alert type="success" showIcon role="status" title={t('farewellDone')} />
      ) : (
        <>
          <ProblemBox error={end.error} />
          <Button type="primary" size="large" block loading={end.isPending} onClick={() => end.mutate()}>
            {t('farewell')}
          </Button>
        </>
      )}
    </Door>
  );
}
