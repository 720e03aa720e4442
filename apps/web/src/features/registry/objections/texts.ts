// The texts of objections, which come with their screens.
import { useTranslation } from 'react-i18next';
import { objections as en } from '../../../app/texts/en/register/objections';
import { addTexts } from '../../../app/texts/late';
import { objections as zh } from '../../../app/texts/zh/register/objections';

addTexts('objections', { en, zh });

export const useObjectionTexts = () => useTranslation('objections').t;
