import fc from 'fast-check';
import { hanTables } from '../../data/rows/han-tables';
import { judgeName, type NameRule } from './name-match';
import { nameProfile } from './name-profile';

const judge = (asked: string, stored: string) =>
  judgeName(nameProfile(asked, hanTables), nameProfile(stored, hanTables));

describe('judgeName', () => {
  it.each<[string, string, NameRule]>([
    ['Acme Ltd', 'ＡＣＭＥ  LTD', 'grantor_name_exact'],
    ['杭州 明远科技有限公司', '杭州明远科技有限公司', 'grantor_name_exact'],
    ['0936380 BC LTD', '0936380 B.C. LTD.', 'grantor_name_spelling'],
    ['Acme, Inc', 'ACME INCORPORATED', 'grantor_name_spelling'],
    ['Smith & Jones LLP', 'Smith and Jones L.L.P.', 'grantor_name_spelling'],
    ['Müller GmbH', 'Muller G.m.b.H.', 'grantor_name_spelling'],
    ['P E Printech Inc', 'PE Printech Inc.', 'grantor_name_spelling'],
    ['华东重工有限公司', '华东重工有限责任公司', 'grantor_name_spelling'],
    ['華東重工集團有限公司', '华东重工集团有限公司', 'grantor_name_script'],
    ['第一建筑有限公司', '第1建筑有限公司', 'grantor_name_script'],
    ['明远科技', '明远科技股份有限公司', 'grantor_name_legal_form'],
    ['Blackgold Holdings', 'Blackgold Holdings Ltd.', 'grantor_name_legal_form'],
    ['明远科技有限工司', '明远科技有限公司', 'grantor_name_legal_form'],
    ['Acme Trading Limitd', 'Acme Trading Ltd', 'grantor_name_legal_form'],
    ['ООО Ромашка', 'Ромашка', 'grantor_name_legal_form'],
    ['Trading Acme Ltd', 'Acme Trading Ltd', 'grantor_name_word_order'],
    ['明远科技有限公司', '浙江省杭州市明远科技有限公司', 'grantor_name_place'],
    ['明远（杭州）科技有限公司', '杭州明远科技有限公司', 'grantor_name_place'],
    ['Acme Trading (Shanghai) Ltd', 'Acme Trading Ltd', 'grantor_name_place'],
    ['杭州名源克技有限公司', '杭州明远科技有限公司', 'grantor_name_sound'],
    ['Hangzhou Mingyuan Keji', '杭州明远科技有限公司', 'grantor_name_sound'],
    ['杭州明近科技有限公司', '杭州明远科技有限公司', 'grantor_name_letters'],
    ['Ecme Trading Ltd', 'Acme Trading Ltd', 'grantor_name_letters'],
  ])('%s finds %s by %s, and the other way round', (asked, stored, rule) => {
    expect(judge(asked, stored)).toMatchObject({ match: { rule } });
    expect(judge(stored, asked)).toMatchObject({ match: { rule } });
  });

  it.each([
    ['科技', '重工'],
    ['华为有限公司', '华威机电有限公司'],
    ['Acme Ltd', 'Bcnf Ltd'],
    ['Kesa Holdings Ltd', 'Chasse Holdings Ltd'],
    ['杭州明远科技有限公司', '杭州华东重工有限公司'],
  ])('%s does not find %s', (asked, stored) => {
    expect(judge(asked, stored) ?? { nearMiss: true }).not.toHaveProperty('match');
  });

  it('shows what has one slip too many as a near miss', () => {
    expect(judge('Acne Troding Ltd', 'Acme Trading Ltd')).toMatchObject({
      nearMiss: { rule: 'grantor_name_letters', score: 0.81 },
    });
    expect(judge('Abcdefgh Ltd', 'Ltd')).toBeNull();
  });

  it('gives every name to itself, and an answer to any two', () => {
    const any = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(judge(one, one)).toMatchObject({ match: { rule: 'grantor_name_exact', score: 1 } });
        const verdict = judge(one, other);
        expect(verdict === null || 'match' in verdict || 'nearMiss' in verdict).toBe(true);
        if (verdict && 'nearMiss' in verdict) expect(verdict.nearMiss.score).toBeLessThan(1);
      }),
    );
  });

  it.each(['有限公司', 'Ltd', 'The', '&', '(杭州)', '。', '上海有限公司', 'GmbH & Co. KG'])(
    'has something left of %s',
    (name) => {
      expect(judge(name, name)).toMatchObject({ match: { class: 'exact' } });
      expect(judge(name, '杭州明远科技有限公司')).toBeNull();
    },
  );
});
