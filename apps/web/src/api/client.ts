// The server as typed functions; the types are generated from the API description.
import createClient from 'openapi-fetch';
import type { components, paths } from './schema';

export const api = createClient<paths>({ credentials: 'same-origin' });

/** The language in which the server answers with reasons and fixes. */
export function answerIn(language: () => string): void {
  api.use({
    onRequest({ request }) {
      request.headers.set('accept-language', language());
      return request;
    },
  });
}

let answeredAt = performance.now();
export const noteAnswer = (): void => {
  answeredAt = performance.now();
};
api.use({ onResponse: noteAnswer });
/** When the server last answered, on the page's own clock: each answer keeps the session alive. */
export const lastAnswerAt = (): number => answeredAt;

type Schemas = components['schemas'];
/** A view of the API by its name, such as `View<'DealView'>`. */
export type View<Name extends keyof Schemas> = Schemas[Name];
