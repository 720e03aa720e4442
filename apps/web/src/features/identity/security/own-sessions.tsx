// Where one is signed in; what one does not know is ended.
import { useQuery } from '@tanstack/react-query';
import { Button, Flex, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../../../api/client';
import { useDeed } from '../../../api/deed';
import { take } from '../../../api/problem';
import { ProblemBox } from '../../../ui/forms/problem';
import { InstantText } from '../../../ui/text/date-text';

export function OwnSessions() {
  const { t } = useTranslation();
  const { data, error } = useQuery({
    queryKey: ['sessions'],
    queryFn: () => take(api.GET('/api/auth/sessions')),
  });
  const end = useDeed({
    call: (ids: string[]) => take(api.POST('/api/auth/sessions/end', { body: { ids } })),
    touches: ['sessions'],
    done: t('identity.sessionsEnded'),
  });
  const items = data?.items ?? [];
  const others = items.filter(({ isThis }) => !isThis).map(({ id }) => id);
  return (
    <>
      <ProblemBox error={error ?? end.error} />
      <ul style={{ listStyle: 'none', padding: 0, margin: 0 }}>
        {items.map(({ id, agent, address, isThis, isThisDevice, lastSeenAt, createdAt }) => (
          <li key={id} className="panel" style={{ padding: 12, marginBottom: 8 }}>
            <Flex justify="space-between" align="start" gap={12} wrap>
              <div style={{ minWidth: 0, overflowWrap: 'anywhere' }}>
                <strong>{agent ?? t('identity.unknownProgram')}</strong>{' '}
                {isThis && <Tag color="blue">{t('identity.thisSession')}</Tag>}
                {!isThis && isThisDevice && <Tag>{t('identity.thisDevice')}</Tag>}
                <div className="muted">
                  {address ?? '—'} · {t('identity.signedInAt')} <InstantText at={createdAt} /> ·{' '}
                  {t('identity.lastSeen')} <InstantText at={lastSeenAt} />
                </div>
              </div>
              {!isThis && (
                <Button danger size="small" loading={end.isPending} onClick={() => end.mutate([id])}>
                  {t('identity.endSession')}
                </Button>
              )}
            </Flex>
          </li>
        ))}
      </ul>
      {others.length > 0 ? (
        <Button danger loading={end.isPending} onClick={() => end.mutate(others)}>
          {t('identity.endOthers')}
        </Button>
      ) : (
        <p className="muted">{t('identity.noOthers')}</p>
      )}
    </>
  );
}
