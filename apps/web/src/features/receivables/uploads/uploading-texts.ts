// The texts of uploads on their way, which come with their screens.
import { useTranslation } from 'react-i18next';
import { uploading as en } from '../../../app/texts/en/receivables/uploading';
import { addTexts } from '../../../app/texts/late';
import { uploading as zh } from '../../../app/texts/zh/receivables/uploading';

addTexts('uploading', { en, zh });

export const useUploadingTexts = () => useTranslation('uploading').t;
