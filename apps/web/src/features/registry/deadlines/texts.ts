// The texts of deadlines, which come with the page of a registration.
import { useTranslation } from 'react-i18next';
import { duties as en } from '../../../app/texts/en/register/duties';
import { addTexts } from '../../../app/texts/late';
import { duties as zh } from '../../../app/texts/zh/register/duties';

addTexts('duties', { en, zh });

export const useDutyTexts = () => useTranslation('duties').t;
