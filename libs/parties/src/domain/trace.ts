// What an organisation leaves behind when it is used: two organisations that share such a trace may be one hand. Values
// are brought into one form before they are hashed, and those that say nothing about anybody are left out.

export const TRACE_KINDS = ['device', 'address', 'email_domain', 'phone', 'postal_address'] as const;
export type TraceKind = (typeof TRACE_KINDS)[number];

export interface Trace {
  readonly kind: TraceKind;
  readonly value: string;
}

/** Mail houses open to everyone: to share one is no sign of a common hand. */
const OPEN_TO_EVERYONE: ReadonlySet<string> = new Set([
  ...['qq.com', 'foxmail.com', '163.com', '126.com', 'yeah.net', 'sina.com', 'sina.cn', 'sohu.com'],
  ...['139.com', '189.cn', 'wo.cn', 'aliyun.com', '21cn.com', 'gmail.com', 'outlook.com', 'hotmail.com'],
  ...['live.com', 'yahoo.com', 'icloud.com', 'proton.me'],
]);

const LOOPBACK = /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/;

const FORMS: Readonly<Record<TraceKind, (value: string) => string>> = {
  device: (value) => value,
  address: (value) => (LOOPBACK.test(value) ? '' : value.toLowerCase().replace(/^::ffff:/, '')),
  email_domain: (value) => {
    const domain = value.toLowerCase().replace(/^.*@/, '').replace(/\.$/, '');
    return OPEN_TO_EVERYONE.has(domain) ? '' : domain;
  },
  phone: (value) => value.replace(/\D/g, '').replace(/^(00)?86(?=\d{10,11}$)/, ''),
  postal_address: (value) => value.toLowerCase().replace(/[^\p{L}\p{N}]/gu, ''),
};

/** The form in which traces are compared; empty when the value says nothing about who is behind it. */
export function comparable({ kind, value }: Trace): string {
  return FORMS[kind](value.normalize('NFKC').trim());
}
