// Invented names of firms, Chinese and Latin, the same for the same seed: places, trade names and lines of business in
// the proportions in which registers hold them, so that many share a part.

/** Numbers from 0 to 1, the same row for the same seed (mulberry32). */
export function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
export const pick = <T>(random: () => number, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T;

const PLACES =
  '北京 上海 广州 深圳 杭州 南京 苏州 无锡 宁波 温州 武汉 长沙 成都 重庆 西安 郑州 济南 青岛 大连 沈阳 天津 福州 厦门 泉州 东莞 佛山 合肥 南昌 昆明 贵阳'.split(
    ' ',
  );
/** Characters that trade names are made of; those in one group sound alike. */
export const HOMOPHONES: readonly string[] = [
  ...'明名鸣铭 远院愿 源原元圆 海亥 瑞锐睿 华桦 嘉佳家加 丰峰锋枫 程成诚承城 兴星 达答 宏鸿洪虹 德得 信芯 鑫欣新心'.split(
    ' ',
  ),
  ...'泰太 安氨 盛圣胜 龙隆 金今 锦谨 通同 利力立丽 顺舜 祥翔详 博伯 凯楷 晨辰 润闰 腾藤 飞非 正政 科可 贸茂 和禾合 恒衡 永勇 创闯 义益易亿'.split(
    ' ',
  ),
];
const CHARACTERS = HOMOPHONES.flatMap((group) => Array.from(group));
const TRADES =
  '科技 贸易 实业 电子 机械 建材 物流 化工 食品 服装 纺织 汽车配件 信息技术 建筑工程 装饰工程 医疗器械 新能源 环保科技 进出口 供应链管理 网络科技 生物科技 国际贸易 机电设备 五金制品 塑料制品 包装材料 农业发展 文化传媒 商贸'.split(
    ' ',
  );
const HAN_FORMS = ['有限公司', '有限公司', '有限公司', '有限责任公司', '股份有限公司', '集团有限公司'];

const SYLLABLES =
  'ba ber cal con da del den el far fin gal gor hal her in ja ka kes lan lin lo mar mel mer mi nor no or pal per ra ren ri ro sa sel sol ta ten tor ul va ven vi wal wes win yor zan'.split(
    ' ',
  );
const BUSINESSES =
  'Trading|Holdings|Logistics|Construction|Contracting|Electronics|Foods|Industries|Services|Technologies|Textiles|Transport|Farms|Equipment|Systems|Consulting|Energy|Properties|Marine|Chemicals|Packaging|Automotive|Interiors|Medical Supplies|Building Materials|International|Investments|Forest Products'.split(
    '|',
  );
const LATIN_FORMS = ['Ltd.', 'Limited', 'Inc.', 'LLC', 'Corp.', 'Co., Ltd.', 'GmbH', 'Pte. Ltd.'];

export function chineseName(random: () => number): string {
  const trade = Array.from({ length: random() < 0.75 ? 2 : 3 }, () => pick(random, CHARACTERS)).join('');
  return `${pick(random, PLACES)}${trade}${pick(random, TRADES)}${pick(random, HAN_FORMS)}`;
}

export function latinName(random: () => number): string {
  const word = () => {
    const letters = Array.from({ length: 2 + Math.floor(random() * 2) }, () => pick(random, SYLLABLES)).join(
      '',
    );
    return `${letters.slice(0, 1).toUpperCase()}${letters.slice(1)}`;
  };
  const owner = random() < 0.5 ? word() : `${word()} ${word()}`;
  return `${owner} ${pick(random, BUSINESSES)} ${pick(random, LATIN_FORMS)}`;
}

/** Every second one Chinese. */
export function makeNames(count: number, seed: number): string[] {
  const random = seeded(seed);
  return Array.from({ length: count }, (_, index) =>
    index % 2 === 0 ? chineseName(random) : latinName(random),
  );
}
