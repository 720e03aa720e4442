// A change that a person makes. One intent has one idempotency key: trying the same input again reuses it, so that a
// lost answer never becomes a second deed; another input, or a success, begins a new intent.
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { HeldForApproval } from './problem';

export interface KeyHeader {
  readonly 'Idempotency-Key': string;
}

export interface Deed<Input, Output> {
  readonly call: (input: Input, header: KeyHeader) => Promise<Output>;
  /** First words of the query keys that this deed makes stale. */
  readonly touches: readonly string[];
  /** What to say when it is done; left out where the screen itself shows it. */
  readonly done?: string;
  readonly onDone?: (output: Output) => void;
}

interface Intent {
  readonly input: string;
  readonly key: string;
}

export function useDeed<Input, Output>({ call, touches, done, onDone }: Deed<Input, Output>) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const { t } = useTranslation();
  const navigate = useNavigate();
  const intent = useRef<Intent | null>(null);
  /** Whoever asked sees at once what waits, and for whom. */
  const showHeld = async ({ approvalId }: HeldForApproval) => {
    intent.current = null;
    await queries.invalidateQueries({ queryKey: ['approvals'] });
    void message.info(t('approvals.held'));
    await navigate({ to: '/approvals/$id', params: { id: approvalId } });
  };
  return useMutation<Output, Error, Input>({
    mutationFn: (input) => {
      const text = fingerprint(input);
      if (intent.current?.input !== text) intent.current = { input: text, key: crypto.randomUUID() };
      return call(input, { 'Idempotency-Key': intent.current.key });
    },
    onError: (error) => (error instanceof HeldForApproval ? showHeld(error) : undefined),
    onSuccess: async (output) => {
      intent.current = null;
      await Promise.all(touches.map((name) => queries.invalidateQueries({ queryKey: [name] })));
      if (done) void message.success(done);
      onDone?.(output);
    },
  });
}

function fingerprint(input: unknown): string {
  return JSON.stringify(input, (_, value: unknown) =>
    value instanceof File ? [value.name, value.size, value.lastModified] : value,
  );
}
