// The texts of the one-cent test, which only the page of accounts needs.
import { addTexts } from '../../../app/texts/late';
import { accountTest as en } from '../../../app/texts/en/parties/account-test';
import { accountTest as zh } from '../../../app/texts/zh/parties/account-test';

addTexts('accountTest', { en, zh });
