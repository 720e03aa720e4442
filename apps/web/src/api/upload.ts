// Sends files and says how far it got: the browser tells the progress of sending only to XMLHttpRequest.
import { noteAnswer, type View } from './client';
import type { KeyHeader } from './deed';
import { problemAnswered, ProblemError } from './problem';

const FULL = 100;

interface Delivery {
  /** `plan` judges and registers nothing yet. */
  readonly mode: 'direct' | 'plan';
  /** What is owed to the sender, or what the sender owes. */
  readonly to: '/api/uploads' | '/api/payable-uploads';
  /** Breaks the sending off; the server keeps nothing of a part. */
  readonly signal?: AbortSignal;
  readonly headers: KeyHeader & { readonly 'Accept-Language': string };
}

/**
 * @param onProgress per cent sent; at 100 the server reads what it got
 * @throws ProblemError when the server refused
 */
export function sendFiles(
  files: readonly File[],
  how: Delivery,
  onProgress: (percent: number) => void,
): Promise<View<'UploadView'>> {
  const form = new FormData();
  for (const file of files) form.append('files', file, file.name);
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${how.to}?mode=${how.mode}`);
    for (const [name, value] of Object.entries<string>({ ...how.headers }))
      request.setRequestHeader(name, value);
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onProgress(Math.floor((loaded / total) * FULL));
    request.upload.onload = () => onProgress(FULL);
    request.onload = () => {
      noteAnswer();
      const { status, response } = request as { status: number; response: unknown };
      if (status >= 200 && status < 300) resolve(response as View<'UploadView'>);
      else reject(new ProblemError(problemAnswered(status, response)));
    };
    const broken = () => reject(new ProblemError(problemAnswered(0, null)));
    request.onerror = broken;
    request.onabort = broken;
    how.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
