// The words of mandates and groups, which come with their sections.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../../app/texts/late';
import { connections as en } from '../../../app/texts/en/parties/connections';
import { connections as zh } from '../../../app/texts/zh/parties/connections';

addTexts('connections', { en, zh });

export const useConnectionTexts = () => useTranslation('connections').t;
