// The texts of searches for persons, which come with their screens.
import { useTranslation } from 'react-i18next';
import { person as en } from '../../../app/texts/en/register/person';
import { addTexts } from '../../../app/texts/late';
import { person as zh } from '../../../app/texts/zh/register/person';

addTexts('person', { en, zh });

export const usePersonTexts = () => useTranslation('person').t;
