// Who may do what, on one page: each role with the organisations whose people may hold it, whose rows it sees, and
// its permissions.

interface RoleRule {
  /** Capabilities of an organisation; one of them is enough. */
  readonly heldBy: readonly string[];
  /** Whose rows: those of the holder's organisation, or everyone's. */
  readonly sees: 'own' | 'all';
  readonly permissions: readonly string[];
}

const words = <W extends string>(...list: readonly W[]): readonly W[] => Object.freeze(list);
const role = <R extends RoleRule>(rule: R): R => Object.freeze(rule);

const EVERY_FINANCIER = words('bank', 'factor', 'finance_company');
const EVERY_MEMBER = words(
  'supplier',
  'core_enterprise',
  'registry_user',
  'registrar',
  'regulator',
  'guarantor',
  'insurer',
  ...EVERY_FINANCIER,
);

/** Of those who watch over the register and change nothing. */
const OVERSIGHT = words(
  'inbox.read',
  'registration.read',
  'search.read',
  'search.create',
  'parameter.read',
  'deed.read',
  'organisation.read',
);
const APPROVING = words('approval.read', 'approval.decide', 'approval.mark');

export const ROLE_TABLE = Object.freeze({
  supplier: role({
    heldBy: words('supplier'),
    sees: 'own',
    permissions: words(
      'person.access',
      'inbox.read',
      'receivable.read',
      'demand.read',
      'demand.issue',
      'upload.create',
      'receivable.complete',
      'evidence.issue',
      'dispute.read',
      'dispute.settle',
      'document.read',
      'request.read',
      'request.create',
      'request.withdraw',
      'offer.read',
      'offer.accept',
      'deal.read',
      'directory.read',
      'registration.read',
      'objection.file',
      'fee.read',
      'search.read',
      'search.create',
      'organisation.read',
      'account.read',
      'account.propose',
      'account.lock',
      'payout.read',
      'statement.read',
      ...APPROVING,
      'tax.read',
      'tax.check',
      'partner.invite',
      'relation.read',
      'relation.agree',
      'mandate.read',
      'mandate.agree',
    ),
  }),
  debtor_maker: role({
    heldBy: words('core_enterprise'),
    sees: 'own',
    permissions: words(
      'inbox.read',
      'confirmation.read',
      'demand.read',
      'confirmation.propose',
      'payable.upload',
      'evidence.issue',
      'key.read',
      'key.register',
      'key.revoke',
      'dispute.read',
      'dispute.settle',
      'duplicate.read',
      'notice.read',
      'search.read',
      'search.create',
      'organisation.read',
      'slip.read',
      'slip.issue',
      'partner.invite',
      'relation.read',
      'relation.agree',
    ),
  }),
  debtor_checker: role({
    heldBy: words('core_enterprise'),
    sees: 'own',
    permissions: words(
      'inbox.read',
      'confirmation.read',
      'demand.read',
      'confirmation.check',
      'confirmation.withdraw',
      'evidence.issue',
      'key.read',
      'key.register',
      'key.approve',
      'key.revoke',
      'dispute.read',
      'dispute.settle',
      'duplicate.read',
      'duplicate.clear',
      'notice.read',
      'search.read',
      'search.create',
      'organisation.read',
      'slip.read',
      'slip.issue',
      'partner.invite',
      'relation.read',
      'relation.agree',
    ),
  }),
  relationship_officer: role({
    heldBy: EVERY_FINANCIER,
    sees: 'own',
    permissions: words(
      'inbox.read',
      'request.read',
      'dispute.read',
      'dispute.open',
      'dispute.settle',
      'evidence.issue',
      'offer.read',
      'offer.create',
      'offer.withdraw',
      'deal.read',
      'limit.read',
      'group.read',
      'notice.read',
      'registration.read',
      'objection.file',
      'fee.read',
      'registration.file',
      'search.read',
      'search.create',
      'organisation.read',
      'account.read',
      'account.propose',
      'account.lock',
      'payout.read',
      'statement.read',
      ...APPROVING,
    ),
  }),
  operations: role({
    heldBy: EVERY_FINANCIER,
    sees: 'own',
    permissions: words(
      'inbox.read',
      'deal.read',
      'notice.read',
      'registration.read',
      'objection.file',
      'fee.read',
      'organisation.read',
      'search.read',
      'search.create',
      'account.read',
      'title.record',
      'payout.read',
      'payout.instruct',
      'payout.approve',
      'statement.read',
      'statement.import',
      'payment.read',
      'payment.allocate',
      'deal.verify',
    ),
  }),
  risk_officer: role({
    heldBy: EVERY_FINANCIER,
    sees: 'own',
    permissions: words(
      'inbox.read',
      'limit.read',
      'limit.set',
      'group.read',
      'group.state',
      'dispute.read',
      'dispute.open',
      'dispute.settle',
      'exposure.read',
      'request.read',
      'evidence.issue',
      'offer.read',
      'deal.read',
      'organisation.read',
      'search.read',
      'search.create',
      'calendar.read',
      'parameter.read',
      'payout.read',
      'statement.read',
      'title.waive',
      ...APPROVING,
      'deal.verify',
      'tax.waive',
      'dilution.acknowledge',
    ),
  }),
  registry_user: role({
    heldBy: words('registry_user', 'guarantor', 'insurer', ...EVERY_FINANCIER),
    sees: 'own',
    permissions: words(
      'inbox.read',
      'registration.read',
      'objection.file',
      'fee.read',
      'registration.file',
      'search.read',
      'search.create',
      'title.record',
      'organisation.read',
      ...APPROVING,
    ),
  }),
  /** Looks after the people and the machine clients of their own organisation, and does none of its business. */
  administrator: role({
    heldBy: EVERY_MEMBER,
    sees: 'own',
    permissions: words(
      'inbox.read',
      'user.read',
      'user.create',
      'user.assign',
      'client.read',
      'client.manage',
      'organisation.read',
      'departure.read',
      'departure.request',
    ),
  }),
  registrar: role({
    heldBy: words('registrar'),
    sees: 'all',
    permissions: OVERSIGHT,
  }),
  regulator: role({
    heldBy: words('regulator'),
    sees: 'all',
    permissions: OVERSIGHT,
  }),
  operator: role({
    heldBy: words('operator'),
    sees: 'all',
    permissions: words(
      'person.access',
      'inbox.read',
      'mail.manage',
      'organisation.read',
      'organisation.onboard',
      'departure.read',
      'registration.read',
      'registration.revoke',
      'user.read',
      'user.create',
      'user.assign',
      'parameter.read',
      'parameter.set',
      'calendar.read',
      'calendar.set',
      'deed.read',
      'directory.read',
      'account.read',
      'account.verify',
      'account.lock',
      'contact.verify',
      'organisation.describe',
      'relation.read',
      'mandate.read',
      'group.read',
      'group.state',
      'duplicate.read',
      'duplicate.clear',
      ...APPROVING,
      'dispute.read',
      'dispute.settle',
      'evidence.issue',
      'tax.read',
      'tax.check',
      'tax.carry',
      'fee.read',
      'fee.correct',
    ),
  }),
});

export type Role = keyof typeof ROLE_TABLE;
export type Permission = (typeof ROLE_TABLE)[Role]['permissions'][number];

export const ROLES = Object.freeze(Object.keys(ROLE_TABLE) as Role[]);
export const PERMISSIONS: readonly Permission[] = Object.freeze(
  [...new Set(ROLES.flatMap((name): readonly Permission[] => ROLE_TABLE[name].permissions))].sort(),
);

export const isRole = (name: string): name is Role => Object.hasOwn(ROLE_TABLE, name);

/** The permissions of all these roles together; a name that is no role gives none. */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  return new Set(roles.filter(isRole).flatMap((name): readonly Permission[] => ROLE_TABLE[name].permissions));
}

/** Whose rows someone with these roles sees; without any role, no one's. */
export function visibleTo(roles: readonly string[], organisationId: string): readonly string[] | 'all' {
  const known = roles.filter(isRole);
  if (known.length === 0) return [];
  return known.every((name) => ROLE_TABLE[name].sees === 'all') ? 'all' : [organisationId];
}

/** Whoever makes a thing does not check it: these are never one person's, nor one machine client's. */
const APART: readonly (readonly [Permission, Permission])[] = Object.freeze([
  ['confirmation.propose', 'confirmation.check'],
] as const);

export const breaksSeparation = (permissions: ReadonlySet<string>): boolean =>
  APART.some((pair) => pair.every((one) => permissions.has(one)));
