// How the token endpoint names its refusals for the libraries of machine clients: RFC 6749, section 5.2, and for what
// that section does not know, the words of section 4.1.2.1.

interface Refusal {
  readonly status: number;
  readonly code: string;
  readonly pointers: readonly string[];
}

const BY_CODE: Readonly<Record<string, string>> = Object.freeze({
  'identity.client_refused': 'invalid_client',
  'identity.scope_exceeded': 'invalid_scope',
  'identity.refresh_refused': 'invalid_grant',
  'identity.session_stolen': 'invalid_grant',
});

export function tokenError({ status, code, pointers }: Refusal): string {
  const named = BY_CODE[code];
  if (named !== undefined) return named;
  if (pointers.includes('/grant_type')) return 'unsupported_grant_type';
  if (status === 429 || status === 503) return 'temporarily_unavailable';
  if (status >= 500) return 'server_error';
  return status === 401 ? 'invalid_grant' : 'invalid_request';
}

/** The characters that the standard allows in a description. */
export const describable = (text: string): string =>
  text.replace(/[’‘]/g, "'").replace(/[^\x20-\x21\x23-\x5B\x5D-\x7E]/g, ' ');
