// The texts of what becomes of a registration, which come with its screens.
import { useTranslation } from 'react-i18next';
import { life as en } from '../../../app/texts/en/register/life';
import { addTexts } from '../../../app/texts/late';
import { life as zh } from '../../../app/texts/zh/register/life';

addTexts('life', { en, zh });

export const useLifeTexts = () => useTranslation('life').t;
