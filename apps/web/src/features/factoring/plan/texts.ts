// The words of the page of plans, which come with it.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../../app/texts/late';
import { plan as en } from '../../../app/texts/en/market/plan';
import { plan as zh } from '../../../app/texts/zh/market/plan';

addTexts('plan', { en, zh });

export const usePlanTexts = () => useTranslation('plan').t;
