// The words of the inbox, which come with whatever shows its entries.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../app/texts/late';
import { inbox as en } from '../../app/texts/en/desk/inbox';
import { inbox as zh } from '../../app/texts/zh/desk/inbox';

addTexts('inbox', { en, zh });

export const useInboxTexts = () => useTranslation('inbox').t;
