// The invented people and organisations that demonstrations, benches and end-to-end tests play with.
import { invariant, organisationCodeCheckCharacter, usccCheckCharacter } from '#kernel';

/** Public: the demonstration never runs in production. */
export const DEMO_PASSWORD = 'tally-halves-meet';

export interface CastOrganisation {
  readonly key: string;
  readonly legalName: string;
  readonly capabilities: readonly string[];
  readonly uscc: string;
}
export interface CastPerson {
  readonly login: string;
  readonly name: string;
  /** Key of the organisation. */
  readonly at: string;
  readonly roles: readonly string[];
}

/** A unified social credit code with right check characters (GB 32100, GB 11714) around invented ones. */
export function inventedUscc(registration: string, body: string): string {
  const first17 = `${registration}${body}${organisationCodeCheckCharacter(body)}`;
  return `${first17}${usccCheckCharacter(first17)}`;
}

const organisation = (
  key: string,
  legalName: string,
  uscc: string,
  ...capabilities: string[]
): CastOrganisation => ({ key, legalName, uscc, capabilities });
const person = (login: string, name: string, at: string, ...roles: string[]): CastPerson => ({
  login,
  name,
  at,
  roles,
});

export const OPERATOR: CastOrganisation = organisation(
  'operator',
  '右券平台运营有限公司',
  inventedUscc('91110000', 'MAQ0YQ01'),
  'operator',
);

export const organisations: readonly CastOrganisation[] = [
  organisation('mingyuan', '苏州明远精密机械有限公司', '91320500MAD7MY018L', 'supplier'),
  organisation('haichuan', '宁波海川电子科技有限公司', '91330200MAE5HC029D', 'supplier'),
  organisation('huadong', '华东重工集团股份有限公司', '91310000MAA1HD0390', 'core_enterprise'),
  organisation('nanfang', '南方电网设备采购有限公司', '91440000MAB2NF048Y', 'core_enterprise'),
  organisation('jiangnan', '江南商业银行股份有限公司', inventedUscc('91320000', 'MAJ1JN01'), 'bank'),
  organisation('huitong', '汇通商业保理有限公司', inventedUscc('91310115', 'MAH2HT02'), 'factor'),
  organisation('registry', '动产权利登记服务中心', inventedUscc('12100000', 'MAR3DJ03'), 'registrar'),
  organisation('lawyers', '明法律师事务所', inventedUscc('31110000', 'MAL4MF04'), 'registry_user'),
  organisation('regulator', '地方金融监督管理局', inventedUscc('11330000', 'MAG5JR05'), 'regulator'),
];

export const people: readonly CastPerson[] = [
  person('mingyuan', '陆明远', 'mingyuan', 'supplier'),
  person('mingyuan.admin', '沈洁', 'mingyuan', 'administrator'),
  person('haichuan.admin', '潘立', 'haichuan', 'administrator'),
  person('haichuan', '沈海川', 'haichuan', 'supplier'),
  person('huadong.maker', '周经办', 'huadong', 'debtor_maker'),
  person('huadong.checker', '吴复核', 'huadong', 'debtor_checker'),
  person('nanfang.maker', '郑经办', 'nanfang', 'debtor_maker'),
  person('nanfang.checker', '王复核', 'nanfang', 'debtor_checker'),
  person('jiangnan', '顾客户经理', 'jiangnan', 'relationship_officer'),
  person('jiangnan.risk', '秦风险经理', 'jiangnan', 'risk_officer'),
  person('jiangnan.ops', '卢运营经理', 'jiangnan', 'operations'),
  person('jiangnan.ops.two', '蒋运营经理', 'jiangnan', 'operations'),
  person('huitong', '许客户经理', 'huitong', 'relationship_officer'),
  person('huitong.risk', '何风险经理', 'huitong', 'risk_officer'),
  person('huitong.ops', '钱运营经理', 'huitong', 'operations'),
  person('huitong.ops.two', '冯运营经理', 'huitong', 'operations'),
  person('registrar', '登记员', 'registry', 'registrar'),
  person('lawyer', '方律师', 'lawyers', 'registry_user'),
  person('regulator', '监管员', 'regulator', 'regulator'),
  person('operator.two', '平台复核', 'operator', 'operator'),
];

export const OPERATOR_PERSON: CastPerson = person('operator', '平台运营', 'operator', 'operator');

/** Where suppliers and financiers pay from and are paid: organisation, who names it, number, purposes. */
export const ACCOUNTS: readonly (readonly [string, string, string, readonly ('payout' | 'collection')[]])[] =
  [
    ['mingyuan', 'mingyuan', '6222020001000017', ['payout', 'collection']],
    ['haichuan', 'haichuan', '6222020001000025', ['payout', 'collection']],
    ['jiangnan', 'jiangnan', '9558800002000013', ['payout', 'collection']],
    ['huitong', 'huitong', '9558800002000021', ['payout', 'collection']],
  ];

/** From where debtors pay, and who reads their slips. The platform does not know these accounts. */
export const DEBTORS: readonly { readonly at: string; readonly reader: string; readonly account: string }[] =
  [
    { at: 'huadong', reader: 'huadong.maker', account: '6217000003000019' },
    { at: 'nanfang', reader: 'nanfang.maker', account: '6217000003000027' },
  ];

export function castOrganisation(key: string): CastOrganisation {
  const found = organisations.find((one) => one.key === key);
  invariant(found, `no organisation ${key} in the cast`);
  return found;
}
