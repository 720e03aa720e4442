// What a deed would do, from its input and its trial: the facts that have words in the catalogue, in its order.
import { Descriptions } from 'antd';
import type { ParseKeys } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { View } from '../../api/client';
import { en } from '../../app/texts/en';
import { useSentence } from '../../ui/text/bilingual';
import { MoneyText } from '../../ui/text/money-text';

type Fact = keyof (typeof en)['approvals']['facts'];
type Approval = View<'ApprovalView'>;
type Values = Readonly<Record<string, unknown>>;

const FACTS = Object.keys(en.approvals.facts) as Fact[];
const isObject = (value: unknown): value is Values => typeof value === 'object' && value !== null;

export function Facts({ input, preview }: Pick<Approval, 'input' | 'preview'>) {
  const { t } = useTranslation();
  const value = useValue();
  const body: unknown = (input as Values)['body'];
  const known: Values = {
    ...(isObject(body) ? body : {}),
    ...(isObject(preview) ? preview : {}),
  };
  const present = FACTS.filter((fact) => known[fact] !== undefined && known[fact] !== null);
  return (
    <Descriptions
      bordered
      size="small"
      column={{ xs: 1, md: 2 }}
      items={present.map((fact) => ({
        key: fact,
        label: t(`approvals.facts.${fact}` satisfies ParseKeys),
        children: value(known[fact]),
      }))}
    />
  );
}

/** Amounts, sentences in both languages, parties and plain values, each as people read it. */
function useValue(): (value: unknown) => ReactNode {
  const { t } = useTranslation();
  const sentence = useSentence();
  const shown = (value: unknown): ReactNode => {
    if (typeof value === 'boolean') return t(value ? 'approvals.yes' : 'approvals.no');
    if (Array.isArray(value)) return value.map((one, index) => <div key={index}>{shown(one)}</div>);
    if (!isObject(value)) return <span data-given>{String(value)}</span>;
    const { amount, currency, en: english, zh, legalName, name, description } = value;
    if (typeof amount === 'string' && typeof currency === 'string')
      return <MoneyText money={{ amount, currency }} strong />;
    if (typeof english === 'string' && typeof zh === 'string') return sentence({ en: english, zh });
    const word = [legalName, name, description].find((one) => typeof one === 'string');
    return <span data-given>{word}</span>;
  };
  return shown;
}
