// Asks for the check of what stands in the form: a moment after the last change, and no oftener than the content changes.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';

type Body = View<'LintBody'>;

const QUIET_MS = 1500;

/** Worth asking about: there is a name to search for, and something that it grants. */
const isReady = (body: Body | null): body is Body =>
  body !== null &&
  Boolean(body.grantors[0]?.legalName) &&
  Boolean(body.securedParties[0]?.legalName) &&
  Boolean(body.collateral[0]?.description) &&
  Boolean(body.termMonths);

export function useLint(body: Body | null) {
  const text = isReady(body) ? JSON.stringify(body) : null;
  const [checked, setChecked] = useState<string | null>(null);
  const asked = useRef<string | null>(null);
  const { mutate, data, error, isPending } = useMutation({
    mutationFn: (content: string) =>
      take(
        api.POST('/api/registrations/lint', {
          body: JSON.parse(content) as Body,
          params: { header: { 'Idempotency-Key': crypto.randomUUID() } },
        }),
      ),
    onSuccess: (_, content) => setChecked(content),
  });
  const check = (content: string) => {
    asked.current = content;
    mutate(content);
  };
  useEffect(() => {
    if (text === null || text === asked.current) return;
    const timer = setTimeout(() => check(text), QUIET_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return {
    lint: data,
    error,
    busy: isPending,
    current: checked === text,
    check: text === null ? null : () => check(text),
    /** The check to keep with a registration of this content. */
    idFor: (content: Body): string | undefined =>
      JSON.stringify(content) === checked ? data?.id : undefined,
  };
}
