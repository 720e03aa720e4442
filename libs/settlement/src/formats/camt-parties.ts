// Who stands on the other side of a movement. Direction names the role to look at first; the other role is taken only
// when its account is shown not to be our own.
import { first, textAt, type XmlElement } from '#platform/xml';

export interface OwnSide {
  readonly account: string;
  readonly ownerName: string | null;
}

export interface Counterparty {
  readonly counterpartyName: string | null;
  readonly counterpartyAccount: string | null;
}

interface Side {
  readonly name: string | null;
  readonly account: string | null;
}

/** Up to version 3 a party has its name directly, later below `Pty`; an agent may stand in its place. */
function sideOf(parties: XmlElement | undefined, role: 'Dbtr' | 'Cdtr'): Side {
  const ultimate = `Ultmt${role}`;
  return {
    name: textAt(
      parties,
      `${role}/Nm`,
      `${role}/Pty/Nm`,
      `${ultimate}/Nm`,
      `${ultimate}/Pty/Nm`,
      `${role}Acct/Nm`,
      `${role}/Agt/FinInstnId/Nm`,
    ),
    account: accountOf(first(parties, `${role}Acct`)),
  };
}

/** IBAN or any other number of an account element. */
export function accountOf(account: XmlElement | undefined): string | null {
  return textAt(account, 'Id/IBAN', 'Id/Othr/Id', 'Id/PrtryAcct/Id', 'Id/BBAN');
}

/** `outgoing` speaks of the payment: the return of an outgoing payment comes in, and still names its creditor. */
export function counterpartyOf(
  details: XmlElement | undefined,
  outgoing: boolean,
  own: OwnSide,
): Counterparty {
  const parties = first(details, 'RltdPties');
  const debtor = sideOf(parties, 'Dbtr');
  const creditor = sideOf(parties, 'Cdtr');
  const [expected, other] = outgoing ? [creditor, debtor] : [debtor, creditor];
  const isStated = expected.name !== null || expected.account !== null;
  const side = isStated ? expected : isForeign(other, own) ? other : null;
  return { counterpartyName: side?.name ?? null, counterpartyAccount: side?.account ?? null };
}

function isForeign({ name, account }: Side, own: OwnSide): boolean {
  if (account === null || plain(account) === plain(own.account)) return false;
  return own.ownerName === null || plain(own.ownerName) !== plain(name ?? '');
}

function plain(text: string): string {
  return text.normalize('NFKC').replace(/\s/gu, '').toUpperCase();
}
