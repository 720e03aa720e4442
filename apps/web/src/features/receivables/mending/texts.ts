// The texts of correcting refused rows, which come with their screen.
import { useTranslation } from 'react-i18next';
import { mending as en } from '../../../app/texts/en/desk/mending';
import { addTexts } from '../../../app/texts/late';
import { mending as zh } from '../../../app/texts/zh/desk/mending';

addTexts('mending', { en, zh });

export const useMendingTexts = () => useTranslation('mending').t;
