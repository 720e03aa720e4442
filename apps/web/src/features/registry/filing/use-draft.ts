// Keeps what is written in the form as a draft of the organisation: on demand, and by itself some seconds after a change,
// so that a closed tab loses little. A draft that was opened by its id fills the form once.
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { api, type View } from '../../../api/client';
import { take } from '../../../api/problem';
import type { FilingValues } from './filing-body';

type Draft = View<'RegistrationDraftView'>;
type Content = Draft['content'];

const SAVE_AFTER_MS = 8_000;

const idempotent = () => ({ 'Idempotency-Key': crypto.randomUUID() });

/** Empty fields are left out: an open draft says only what somebody wrote. */
const contentOf = (values: FilingValues): Content =>
  JSON.parse(JSON.stringify(values, (_, value: unknown) => (value === '' ? undefined : value))) as Content;

const isWritten = ({ grantors, collateral }: FilingValues): boolean =>
  Boolean(grantors[0]?.legalName) || Boolean(collateral[0]?.description);

export function useDraft(form: FormInstance<FilingValues>, draftId: string | undefined, untitled: string) {
  const queries = useQueryClient();
  const [kept, setKept] = useState<Draft | null>(null);
  const [values, setValues] = useState<FilingValues | null>(null);
  const keptText = useRef<string | null>(null);
  const loaded = useQuery({
    queryKey: ['registration-drafts', 'one', draftId],
    enabled: draftId !== undefined,
    staleTime: Infinity,
    gcTime: 0,
    queryFn: () =>
      take(api.GET('/api/registration-drafts/{id}', { params: { path: { id: draftId ?? '' } } })),
  });
  useEffect(() => {
    if (!loaded.data || kept) return;
    form.setFieldsValue(loaded.data.content as never);
    const filled = form.getFieldsValue(true) as FilingValues;
    keptText.current = JSON.stringify(contentOf(filled));
    setKept(loaded.data);
    setValues(filled);
  }, [loaded.data]);
  const saving = useMutation({
    mutationFn: async (written: FilingValues) => {
      const title = written.grantors[0]?.legalName.slice(0, 200) || untitled;
      const body = { title, content: contentOf(written) };
      const header = idempotent();
      keptText.current = JSON.stringify(body.content);
      return take(
        kept
          ? api.POST('/api/registration-drafts/{id}', {
              body: { ...body, version: kept.version },
              params: { path: { id: kept.id }, header },
            })
          : api.POST('/api/registration-drafts', { body, params: { header } }),
      );
    },
    onSuccess: async (draft) => {
      setKept(draft);
      await queries.invalidateQueries({ queryKey: ['registration-drafts'], refetchType: 'none' });
    },
  });
  useEffect(() => {
    if (values === null || !isWritten(values) || saving.isPending) return;
    if (JSON.stringify(contentOf(values)) === keptText.current) return;
    const timer = setTimeout(() => saving.mutate(values), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [values, saving.isPending]);
  const discard = async (): Promise<void> => {
    if (!kept) return;
    const { id, version } = kept;
    const params = { path: { id }, header: idempotent() };
    await take(api.POST('/api/registration-drafts/{id}/discard', { body: { version }, params }));
    await queries.invalidateQueries({ queryKey: ['registration-drafts'] });
  };
  return {
    kept,
    values,
    changed: setValues,
    save: () => saving.mutate(form.getFieldsValue(true) as FilingValues),
    isSaving: saving.isPending,
    error: saving.error ?? loaded.error,
    isLoading: draftId !== undefined && loaded.isPending,
    discard,
  };
}
