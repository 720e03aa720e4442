// An amendment in words: each line with what it said and what it says.
import { Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { View } from '../../../api/client';
import { moneyText } from '../../../ui/text/money-text';
import { useLifeTexts } from './texts';

type Changes = View<'ChangesView'>;
type Party = View<'PartyView'>;
type Item = View<'CollateralView'>;

const SIDES = ['grantors', 'securedParties'] as const;

const partyText = ({ legalName, identifierScheme, identifier }: Party): string =>
  identifier ? `${legalName} (${identifierScheme ?? ''} ${identifier})` : legalName;

export function ChangeLines({ changes }: { readonly changes: Changes }) {
  const t = useLifeTexts();
  const itemText = useItemText();
  const { i18n } = useTranslation();
  const { collateral, maximumAmount } = changes;
  return (
    <ul className="changes">
      {SIDES.flatMap((side) =>
        changes[side].map(({ no, before, after }) => (
          <ChangeLine
            key={`${side}${no}`}
            what={t(side, { no })}
            before={before && partyText(before)}
            after={after && partyText(after)}
          />
        )),
      )}
      {collateral.map(({ no, before, after }) => (
        <ChangeLine
          key={`collateral${no}`}
          what={t('collateral', { no })}
          before={before && itemText(before)}
          after={after && itemText(after)}
        />
      ))}
      {maximumAmount && (
        <ChangeLine
          what={t('maximumAmount')}
          before={maximumAmount.before && moneyText(maximumAmount.before, i18n.language)}
          after={maximumAmount.after && moneyText(maximumAmount.after, i18n.language)}
        />
      )}
    </ul>
  );
}

/** A line of collateral in one sentence. */
export function useItemText(): (item: Item) => string {
  const { t: common, i18n } = useTranslation();
  const t = useLifeTexts();
  return ({ kind, description, invoiceNumber, debtorName, amount, assetKey }) =>
    [
      kind && t(`itemKinds.${kind}`),
      description,
      invoiceNumber && `${common('registry.invoiceNumber')} ${invoiceNumber}`,
      debtorName && `${common('registry.debtorName')} ${debtorName}`,
      amount && moneyText(amount, i18n.language),
      assetKey,
    ]
      .filter(Boolean)
      .join(' · ');
}

interface ChangeLineProps {
  readonly what: string;
  readonly before: string | null;
  readonly after: string | null;
}

function ChangeLine({ what, before, after }: ChangeLineProps) {
  const t = useLifeTexts();
  const how = before === null ? 'added' : after === null ? 'removed' : 'changed';
  return (
    <li>
      <strong>{what}</strong> {t(how)}
      {before !== null && (
        <div>
          <Typography.Text delete type="secondary">
            {before}
          </Typography.Text>
        </div>
      )}
      {after !== null && <div>{after}</div>}
    </li>
  );
}
