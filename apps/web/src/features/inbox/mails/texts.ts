// The words of the pages about mails, which come with them.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../../app/texts/late';
import { mails as en } from '../../../app/texts/en/desk/mails';
import { mails as zh } from '../../../app/texts/zh/desk/mails';

addTexts('mails', { en, zh });

export const useMailTexts = () => useTranslation('mails').t;
