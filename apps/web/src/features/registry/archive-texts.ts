// The texts of the archive, which come with the screens of the register.
import { useTranslation } from 'react-i18next';
import { archive as en } from '../../app/texts/en/register/archive';
import { addTexts } from '../../app/texts/late';
import { archive as zh } from '../../app/texts/zh/register/archive';

addTexts('archive', { en, zh });

export const useArchiveTexts = () => useTranslation('archive').t;
