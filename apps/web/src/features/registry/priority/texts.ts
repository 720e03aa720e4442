// The texts of ranks, which come with their screen.
import { useTranslation } from 'react-i18next';
import { priority as en } from '../../../app/texts/en/register/priority';
import { addTexts } from '../../../app/texts/late';
import { priority as zh } from '../../../app/texts/zh/register/priority';

addTexts('priority', { en, zh });

export const usePriorityTexts = () => useTranslation('priority').t;
