// The texts of the log, which come with its screen.
import { useTranslation } from 'react-i18next';
import { addTexts } from '../../app/texts/late';
import { log as en } from '../../app/texts/en/watch/log';
import { log as zh } from '../../app/texts/zh/watch/log';

addTexts('log', { en, zh });

export const useLogTexts = () => useTranslation('log').t;
