// The link that was sent to an address. A person confirms it: programs that read mails open links by themselves.
import { useMutation } from '@tanstack/react-query';
import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { Door } from '../../joining/door';

export function VerifyPage() {
  const { t } = useTranslation();
  const token = window.location.hash.slice(1) || '-';
  const verify = useMutation({
    mutationFn: () => take(api.POST('/api/auth/email/confirmation', { body: { token } })),
  });
  return (
    <Door title={t('people.verifyTitle')} about={t('people.verifyAbout')}>
      {verify.data ? (
        <Alert type="success" showIcon role="status" title={t('people.verifyDone', verify.data)} />
      ) : (
        <>
          <ProblemBox error={verify.error} />
          <Button
            type="primary"
            size="large"
            block
            loading={verify.isPending}
            onClick={() => verify.mutate()}
          >
            {t('people.verifyDo')}
          </Button>
        </>
      )}
    </Door>
  );
}
