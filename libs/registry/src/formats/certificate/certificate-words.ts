// The words of certificates in both languages: one paper serves the court here and the financier abroad.
import type { Bilingual } from '#kernel';
import type { FilingState, Standing } from '../../domain/filing';
import type { MatchRule, SearchBy } from '../../domain/search';
import type { CertificateKind } from './certificate';

export const KIND_TITLES: Readonly<Record<CertificateKind, Bilingual>> = Object.freeze({
  registration: { zh: '登记证明', en: 'Certificate of registration' },
  amendment: { zh: '变更登记证明', en: 'Certificate of amendment' },
  extension: { zh: '展期登记证明', en: 'Certificate of extension' },
  cancellation: { zh: '注销登记证明', en: 'Certificate of cancellation' },
  objection: { zh: '异议登记证明', en: 'Certificate of objection' },
  objection_withdrawal: { zh: '异议撤回证明', en: 'Certificate of withdrawal of objection' },
  objection_lapse: { zh: '异议失效证明', en: 'Certificate of lapse of objection' },
  revocation: { zh: '撤销登记证明', en: 'Certificate of revocation' },
  search: { zh: '查询证明', en: 'Certificate of search' },
});

export const CLOCK_TEXTS: Readonly<Record<Standing, Bilingual>> = Object.freeze({
  statutory: {
    zh: '本系统为法定登记机构，本系统时间即法定登记时间。',
    en: 'This is the statutory registry: its time is the statutory time.',
  },
  registered_here_only: {
    zh: '仅在本平台登记：本平台时间不是全国统一登记系统的登记时间。',
    en: 'Registered here only: our time is not that of the national register.',
  },
});

export const STATE_TEXTS: Readonly<Record<FilingState, Bilingual>> = Object.freeze({
  live: { zh: '有效', en: 'live' },
  lapsed: { zh: '已到期', en: 'lapsed' },
  cancelled: { zh: '已注销', en: 'cancelled' },
  revoked: { zh: '已撤销', en: 'revoked' },
});

export const SEARCH_TEXTS: Readonly<Record<SearchBy, Bilingual>> = Object.freeze({
  name: { zh: '按担保人名称', en: "by the grantor's name" },
  identifier: { zh: '按担保人证件号码', en: "by the grantor's identifier" },
  asset: { zh: '按资产标识', en: 'by asset key' },
  invoice: { zh: '按发票', en: 'by invoice' },
  number: { zh: '按登记编号', en: 'by registration number' },
});

export const RULE_TEXTS: Readonly<Record<MatchRule, Bilingual>> = Object.freeze({
  grantor_name_exact: { zh: '名称完全一致', en: 'exactly this name' },
  grantor_name_spelling: { zh: '名称相同，写法不同', en: 'the same name, typed otherwise' },
  grantor_name_script: { zh: '繁简字形不同', en: 'other script or numerals' },
  grantor_name_legal_form: { zh: '组织形式不同', en: 'another legal form' },
  grantor_name_word_order: { zh: '词序不同', en: 'another order of words' },
  grantor_name_place: { zh: '地名不同', en: 'another place' },
  grantor_name_sound: { zh: '读音相同', en: 'the same sound' },
  grantor_name_letters: { zh: '个别字不同', en: 'a few characters differ' },
  grantor_identifier_exact: { zh: '证件号码完全一致', en: 'exactly this identifier' },
  asset_key_exact: { zh: '资产标识完全一致', en: 'exactly this asset key' },
  invoice_and_debtor_exact: { zh: '发票与债务人完全一致', en: 'exactly this invoice on this debtor' },
  number_exact: { zh: '编号完全一致', en: 'exactly this number' },
});

export const LABELS = Object.freeze({
  number: { zh: '证明编号', en: 'Certificate number' },
  edition: { zh: '版次', en: 'Edition' },
  recordedAt: { zh: '本平台时间', en: 'Our time' },
  clock: { zh: '时间依据', en: 'Which clock' },
  statutory: { zh: '法定登记', en: 'Statutory registration' },
  noStatutory: { zh: '未录入', en: 'none recorded' },
  issuedAt: { zh: '出具时间', en: 'Issued' },
  registration: { zh: '登记内容', en: 'Registration' },
  registrationNumber: { zh: '登记编号', en: 'Registration number' },
  category: { zh: '登记种类', en: 'Category' },
  filedAt: { zh: '登记时间', en: 'Filed' },
  term: { zh: '登记期限', en: 'Term' },
  maximumAmount: { zh: '主债权或最高额', en: 'Principal or maximum amount' },
  grantor: { zh: '担保人', en: 'Grantor' },
  securedParty: { zh: '担保权人', en: 'Secured party' },
  collateral: { zh: '担保财产', en: 'Collateral' },
  invoice: { zh: '发票', en: 'Invoice' },
  debtor: { zh: '债务人', en: 'Debtor' },
  event: { zh: '事项', en: 'Event' },
  objectionNumber: { zh: '异议编号', en: 'Objection number' },
  objector: { zh: '异议人', en: 'Objector' },
  reason: { zh: '事由', en: 'Reason' },
  before: { zh: '原', en: 'before' },
  after: { zh: '现', en: 'now' },
  search: { zh: '查询', en: 'Search' },
  terms: { zh: '查询条件', en: 'Terms' },
  asOf: { zh: '查询时点', en: 'Register as of' },
  includeEnded: { zh: '包括已终止的登记', en: 'ended registrations too' },
  includeArchived: { zh: '包括归档', en: 'the archive too' },
  hits: { zh: '查得登记', en: 'Registrations found' },
  continued: { zh: '本证明未列全，续查见后续证明', en: 'not all are listed here: the search goes on' },
  objection: { zh: '异议', en: 'objection' },
  proved: { zh: '已起诉或仲裁', en: 'lawsuit or arbitration begun' },
  nearMisses: { zh: '近似但未计入的名称', en: 'Names that just miss' },
} satisfies Record<string, Bilingual>);
