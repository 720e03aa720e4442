// Days and instants as people read them. Instants are shown in the platform's zone, in which its legal days are counted.
import { useTranslation } from 'react-i18next';

const ZONE = 'Asia/Shanghai';

export function dayText(date: string, language: string): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeZone: 'UTC',
  });
  return format.format(new Date(`${date}T00:00:00Z`));
}

export function instantText(instant: string, language: string, seconds = false): string {
  const format = new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en-GB', {
    dateStyle: 'medium',
    timeStyle: seconds ? 'medium' : 'short',
    timeZone: ZONE,
  });
  return format.format(new Date(instant));
}

export function DateText({ date }: { readonly date: string | null | undefined }) {
  const { i18n } = useTranslation();
  return date ? <time dateTime={date}>{dayText(date, i18n.language)}</time> : <span>—</span>;
}

interface InstantProps {
  readonly at: string | null | undefined;
  /** For times that rank or start a term. */
  readonly seconds?: boolean;
}

export function InstantText({ at, seconds = false }: InstantProps) {
  const { i18n } = useTranslation();
  if (!at) return <span>—</span>;
  return (
    <time dateTime={at} title={`${ZONE} (UTC+8) · ${at}`}>
      {instantText(at, i18n.language, seconds)}
    </time>
  );
}
