// Why the server said no and what to do about it: as a box, and beside the fields of a form.
import { Alert, Button, Flex, type FormInstance } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { HeldForApproval, type Problem, problemOf, UNREACHABLE } from '../../api/problem';

interface ProblemBoxProps {
  readonly error: unknown;
  readonly onRetry?: () => unknown;
  /** Pointers already shown beside their fields. */
  readonly beside?: readonly string[];
}

export function ProblemBox({ error, onRetry, beside = [] }: ProblemBoxProps) {
  const { t } = useTranslation();
  if (!error || error instanceof HeldForApproval) return null;
  const problem = problemOf(error);
  const lost = problem.code === UNREACHABLE;
  const others = problem.errors.filter(({ pointer }) => !beside.includes(pointer));
  /** Each field says beside it what to do; the fix of the whole speaks to programs. */
  const allBeside = problem.errors.length > 0 && others.length === 0;
  return (
    <Alert
      type="error"
      showIcon
      role="alert"
      style={{ marginBottom: 16 }}
      title={lost ? t('common.unreachable') : problem.title}
      description={
        <Flex vertical gap={6}>
          {!allBeside && <span>{lost ? t('common.unreachableFix') : problem.fix}</span>}
          {others.map(({ pointer, message, fix }) => (
            <span key={`${pointer}${message}`}>
              <code>{pointer}</code> {message} {fix}
            </span>
          ))}
          <small style={{ opacity: 0.65 }}>{lost ? problem.status || '' : problem.code}</small>
        </Flex>
      }
      action={
        onRetry && problem.retryable ? (
          <Button size="small" onClick={() => onRetry()}>
            {t('common.retry')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** "/fees/0/amount/amount" as the name of a form field: ["fees", 0, "amount", "amount"]. */
export function fieldNameOf(pointer: string): (string | number)[] {
  const parts = pointer.split('/').slice(1);
  return parts.map((part) =>
    /^\d+$/.test(part) ? Number(part) : part.replace(/~1/g, '/').replace(/~0/g, '~'),
  );
}

/**
 * Shows the server's field errors beside the fields of `form`.
 * @param names where the server's field is called otherwise in the form: first word of the pointer to field name
 * @returns the pointers that found their field
 */
export function useFieldProblems<Values>(
  form: FormInstance<Values>,
  error: unknown,
  names: Readonly<Record<string, string>> = {},
): readonly string[] {
  const errors: Problem['errors'] = error ? problemOf(error).errors : [];
  const known = errors
    .map((field) => ({ ...field, name: nameIn(form, field.pointer, names) }))
    .filter(({ name }) => name !== null);
  useEffect(() => {
    for (const { name, message, fix } of known)
      if (name) form.setFields([{ name: name as never, errors: [`${message} ${fix}`] }]);
  }, [error]);
  return known.map(({ pointer }) => pointer);
}

function nameIn<Values>(
  form: FormInstance<Values>,
  pointer: string,
  names: Readonly<Record<string, string>>,
): (string | number)[] | null {
  const [first = '', ...rest] = fieldNameOf(pointer);
  const candidates = [[names[first] ?? first, ...rest], [names[first] ?? first]];
  return candidates.find((name) => form.getFieldInstance(name as never) !== undefined) ?? null;
}
