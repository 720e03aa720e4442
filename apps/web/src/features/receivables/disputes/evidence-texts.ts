// The texts of evidence in disputes, which come with its screen.
import { useTranslation } from 'react-i18next';
import { evidence as en } from '../../../app/texts/en/receivables/evidence';
import { addTexts } from '../../../app/texts/late';
import { evidence as zh } from '../../../app/texts/zh/receivables/evidence';

addTexts('evidence', { en, zh });

export const useEvidenceTexts = () => useTranslation('evidence').t;
