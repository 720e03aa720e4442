// Warns before the server ends an unused session, so that nobody loses what they were typing.
import { useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useState } from 'react';
import { lastAnswerAt } from '../../../api/client';
import { SESSION_KEY, useSession } from '../../session';

const IdleDialog = lazy(async () => ({ default: (await import('./idle-dialog')).IdleDialog }));

const MINUTE_MS = 60_000;
const WARNING_MS = 2 * MINUTE_MS;
const LOOK_EVERY_MS = 5_000;

export function IdleWatch() {
  const queries = useQueryClient();
  const idleMinutes = useSession().data?.sessionIdleMinutes;
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    if (idleMinutes === undefined) return;
    const limit = idleMinutes * MINUTE_MS;
    const timer = setInterval(() => {
      const rest = limit - (performance.now() - lastAnswerAt());
      setLeft(rest < Math.min(WARNING_MS, limit / 2) ? rest : null);
      if (rest < 0) void queries.invalidateQueries({ queryKey: SESSION_KEY });
    }, LOOK_EVERY_MS);
    return () => clearInterval(timer);
  }, [idleMinutes, queries]);
  if (left === null) return null;
  return (
    <Suspense>
      <IdleDialog
        secondsLeft={Math.max(0, Math.round(left / 1000))}
        onStay={() => {
          setLeft(null);
          void queries.invalidateQueries({ queryKey: SESSION_KEY });
        }}
      />
    </Suspense>
  );
}
