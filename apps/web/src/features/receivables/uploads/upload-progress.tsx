// How far an upload in the background has come: told by the server as it happens, asked for again where that breaks off.
import { useQueryClient } from '@tanstack/react-query';
import { Alert, Progress } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { useUploadingTexts } from './uploading-texts';

type Summary = View<'UploadSummaryView'>;

const ASK_AGAIN_MS = 3000;
const isAtWork = ({ state }: Summary): boolean =>
  state === 'reading' || state === 'applying' || state === 'undoing';

/** The upload as it is now; when its work ends, everything that was shown of it is loaded again. */
function useWatched(upload: Summary): Summary {
  const queries = useQueryClient();
  const [told, setTold] = useState<Summary | null>(null);
  const { id, side } = upload;
  const atWork = isAtWork(upload);
  useEffect(() => {
    if (!atWork) return;
    const reload = () => void queries.invalidateQueries({ queryKey: ['uploads', id] });
    let timer: number | undefined;
    if (side === 'payables') {
      timer = window.setInterval(reload, ASK_AGAIN_MS);
      return () => window.clearInterval(timer);
    }
    const source = new EventSource(`/api/uploads/${id}/events`);
    source.onmessage = ({ data }: MessageEvent<string>) => {
      const summary = JSON.parse(data) as Summary;
      setTold(summary);
      if (isAtWork(summary)) return;
      source.close();
      reload();
    };
    source.onerror = () => {
      source.close();
      timer ??= window.setInterval(reload, ASK_AGAIN_MS);
    };
    return () => {
      source.close();
      window.clearInterval(timer);
    };
  }, [id, side, atWork, queries]);
  return atWork && told && isAtWork(told) ? told : upload;
}

/** How many of how many, as soon as there is something to tell; only an undo knows the whole. */
function useDone(): (upload: Summary) => string {
  const words = useUploadingTexts();
  return ({ state, progress }) => {
    const { rowsDone = 0, rowsTotal = null, rowsPerSecond = 0 } = progress ?? {};
    if (rowsDone === 0) return words('begun');
    const told = { done: rowsDone, total: rowsTotal, rate: rowsPerSecond };
    if (rowsTotal === null) return words('done', told);
    return words(state === 'undoing' ? 'doneOf' : 'doneAbout', told);
  };
}

export function UploadProgress({ upload }: { readonly upload: Summary }) {
  const { t } = useTranslation();
  const done = useDone();
  const now = useWatched(upload);
  const { progress, state } = now;
  if (!progress) return null;
  const { rowsDone, rowsTotal, secondsLeft } = progress;
  return (
    <Alert
      type="info"
      style={{ marginBottom: 16 }}
      title={t(`receivables.uploadState.${state}`)}
      description={
        <>
          {rowsTotal !== null && <Progress percent={Math.floor((rowsDone * 100) / rowsTotal)} />}
          <span className="figure">{done(now)}</span>
          {secondsLeft !== null && <> · {t('receivables.secondsLeft', { count: secondsLeft })}</>}
        </>
      }
    />
  );
}
