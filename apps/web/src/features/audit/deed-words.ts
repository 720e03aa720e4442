// What a deed is called. Its code is `library.what_happened`; a code without words of its own is shown as it is.
import type { ParseKeys } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { en } from '../../app/texts/en';

type Action = keyof (typeof en)['audit']['actions'];

export function useDeedWords(): (code: string) => string {
  const { t } = useTranslation();
  return (code) => {
    const key = `audit.actions.${code.slice(code.indexOf('.') + 1) as Action}` satisfies ParseKeys;
    return t(key, { defaultValue: code });
  };
}
