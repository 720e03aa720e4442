// Where a program gets its token, and what it sends there.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import { Section } from '../../../ui/section';

const AUDIENCE = 'urn:youquan:token';

export function TokenEndpoint() {
  const { t } = useTranslation();
  const request = [
    `curl ${window.location.origin}/api/auth/token \\`,
    '  -d grant_type=client_credentials \\',
    '  -d client_assertion_type=urn:ietf:params:oauth:client-assertion-type:jwt-bearer \\',
    '  -d client_assertion=eyJhbGciOi...',
  ].join('\n');
  return (
    <Section title={t('people.endpoint')} about={t('people.endpointAbout', { audience: AUDIENCE })}>
      <Typography.Paragraph copyable={{ text: request }}>
        <pre style={{ overflowX: 'auto' }}>{request}</pre>
      </Typography.Paragraph>
    </Section>
  );
}
