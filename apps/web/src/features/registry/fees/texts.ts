// The words of the pages about fees, which come with them.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../../app/texts/late';
import { fees as en } from '../../../app/texts/en/register/fees';
import { fees as zh } from '../../../app/texts/zh/register/fees';

addTexts('fees', { en, zh });

export const useFeeTexts = () => useTranslation('fees').t;
