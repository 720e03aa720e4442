// How the payable amount flows down the ranks: for each what it secures, what reaches it, and the part of the whole as a
// bar that begins where the rank before ended.
import { Flex } from 'antd';
import type { View } from '../../../api/client';
import { MoneyText } from '../../../ui/text/money-text';
import { type Part, partsOf } from './ranks-shown';
import { usePriorityTexts } from './texts';

type Answer = View<'PriorityView'>;
export function AmountFlow({ answer }: { readonly answer: Answer }) {
  const t = usePriorityTexts();
  const { ranks, payable, rest } = answer;
  if (payable === null)
    return (
      <section className="section">
        <h2>{t('flow')}</h2>
        <p className="muted">{t('noFlow')}</p>
      </section>
    );
  const parts = partsOf(answer);
  return (
    <section className="section">
      <h2>{t('flow')}</h2>
      <p className="muted">{t('flowAbout')}</p>
      <Flex vertical gap={10} style={{ marginTop: 12 }}>
        {ranks.map(({ rank, number, securedParties, origin, share }, index) => {
          const { from = 0, width = 0 } = parts[index] ?? {};
          const holder = securedParties.length > 0 ? securedParties.join(' · ') : t(`origins.${origin}`);
          return (
            <div key={`${index} ${number ?? origin}`}>
              <Flex justify="space-between" gap={12} wrap>
                <span>
                  {t('rank', { rank })} · {holder}
                </span>
                <MoneyText money={share} strong />
              </Flex>
              <Bar from={from} width={width} label={t('shareOf', { rank, share: width })} />
            </div>
          );
        })}
        <Flex justify="space-between" gap={12} className="muted">
          <span>{t('rest')}</span>
          <MoneyText money={rest} />
        </Flex>
      </Flex>
    </section>
  );
}

function Bar({ from, width, label }: Part & { readonly label: string }) {
  return (
    <div
      role="img"
      aria-label={label}
      style={{ height: 10, marginTop: 4, borderRadius: 5, background: 'var(--ant-color-fill-secondary)' }}
    >
      <div
        style={{
          height: '100%',
          marginInlineStart: `${from}%`,
          width: `${width}%`,
          minWidth: width > 0 ? 2 : 0,
          borderRadius: 5,
          background: 'var(--ant-color-primary)',
          printColorAdjust: 'exact',
        }}
      />
    </div>
  );
}
