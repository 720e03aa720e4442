// One's own keys: the authenticator with its recovery codes, and the sessions.
import { Alert, Button, Flex, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, type View } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { useSession } from '../../../app/session';
import { Page } from '../../../ui/page';
import { Section } from '../../../ui/section';
import { EmailSection } from './email-section';
import { EnrolmentDialog } from './enrolment-dialog';
import { OwnSessions } from './own-sessions';
import { ProofDialog } from './proof-dialog';
import { RecoveryCodes } from './recovery-codes';

type Doing = 'enrolling' | 'removing' | 'renewing' | null;

export function SecurityPage() {
  const { t } = useTranslation();
  const { data: session } = useSession();
  const [doing, setDoing] = useState<Doing>(null);
  const [codes, setCodes] = useState<readonly string[] | null>(null);
  const close = () => setDoing(null);
  const remove = useDeed({
    call: (body: View<'ProofBody'>) => take(api.POST('/api/auth/totp/removal', { body })),
    touches: ['session', 'sessions'],
    done: t('identity.removed'),
    onDone: close,
  });
  const renew = useDeed({
    call: (body: View<'ProofBody'>) => take(api.POST('/api/auth/totp/recovery-codes', { body })),
    touches: ['session', 'sessions'],
    onDone: ({ recoveryCodes }) => {
      close();
      setCodes(recoveryCodes);
    },
  });
  if (!session) return null;
  const { enrolled, required, recoveryCodesLeft, ofOrganisation } = session.secondFactor;
  return (
    <Page title={t('identity.security')} about={t('identity.securityAbout')}>
      {required && !enrolled && (
        <Alert
          type="warning"
          showIcon
          title={t('identity.mustEnrol')}
          description={t(ofOrganisation ? 'people.enrolOfOrganisation' : 'people.enrolOfRole')}
          style={{ marginBottom: 16 }}
        />
      )}
      <Section title={t('identity.authenticator')} about={t('identity.authenticatorAbout')}>
        <Flex gap={12} align="center" wrap>
          <Tag color={enrolled ? 'green' : 'default'}>{t(enrolled ? 'identity.on' : 'identity.off')}</Tag>
          {enrolled ? (
            <>
              <span>{t('identity.codesLeft', { count: recoveryCodesLeft })}</span>
              <Button onClick={() => setDoing('renewing')}>{t('identity.renewCodes')}</Button>
              <Button danger onClick={() => setDoing('removing')}>
                {t('identity.remove')}
              </Button>
            </>
          ) : (
            <Button type="primary" onClick={() => setDoing('enrolling')}>
              {t('identity.enrol')}
            </Button>
          )}
        </Flex>
      </Section>
      <EmailSection />
      <Section title={t('identity.sessions')} about={t('identity.sessionsAbout')}>
        <OwnSessions />
      </Section>
      {doing === 'enrolling' && <EnrolmentDialog onClose={close} />}
      {doing === 'removing' && <ProofDialog title={t('identity.remove')} deed={remove} onClose={close} />}
      {doing === 'renewing' && <ProofDialog title={t('identity.renewCodes')} deed={renew} onClose={close} />}
      {codes && (
        <Modal open title={t('identity.recoveryCodes')} footer={null} onCancel={() => setCodes(null)}>
          <RecoveryCodes codes={codes} />
        </Modal>
      )}
    </Page>
  );
}
