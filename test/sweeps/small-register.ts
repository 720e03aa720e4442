// What one tenant of the small world has from the register: certificates of searches that its people made.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Role } from '#identity';
import { type Client, Refusal } from '../../apps/demonstration/client';
import type { Player } from './small-world';

export interface RegisterThings {
  readonly supplierCertificate: string;
  /** Of the debtor's maker. */
  readonly makerCertificate: string;
  readonly checkerCertificate: string;
  /** Of the financier's relationship officer; her colleagues see it. */
  readonly bankCertificate: string;
  readonly lawyerCertificate: string;
}
type CertificateName = keyof RegisterThings;

/** Whose certificate each role comes by; registrar and regulator see all. */
const CERTIFICATE_OF: Readonly<Partial<Record<Role, CertificateName>>> = {
  debtor_maker: 'makerCertificate',
  debtor_checker: 'checkerCertificate',
  relationship_officer: 'bankCertificate',
  risk_officer: 'bankCertificate',
  operations: 'bankCertificate',
  registry_user: 'lawyerCertificate',
};
export const certificateFor = (things: RegisterThings, role: Role): string =>
  things[CERTIFICATE_OF[role] ?? 'supplierCertificate'];

export async function registerOf(players: readonly Player[]): Promise<RegisterThings> {
  const certificate = async (wanted: Role): Promise<string> => {
    const player = players.find(({ role }) => role === wanted);
    return certified(player?.person.client, `/searches/${player?.search ?? ''}/certificate`);
  };
  return {
    supplierCertificate: await certificate('supplier'),
    makerCertificate: await certificate('debtor_maker'),
    checkerCertificate: await certificate('debtor_checker'),
    bankCertificate: await certificate('relationship_officer'),
    lawyerCertificate: await certificate('registry_user'),
  };
}

/** As soon as what is certified has its place in the log. */
async function certified(client: Client | undefined, path: string): Promise<string> {
  for (let attempt = 0; client && attempt < 100; attempt++) {
    try {
      return (await client.post<{ id: string }>(path, {})).id;
    } catch (error) {
      if (!(error instanceof Refusal) || error.problem.code !== 'audit.not_sequenced_yet') throw error;
      await sleep(50);
    }
  }
  throw new Error(`no certificate at ${path}`);
}

/** A filing by a registry user, on something that nobody else has. */
export const filingOf = (collateral: string) => ({
  category: 'equipment_mortgage',
  grantors: [{ legalName: `${collateral}的主人` }],
  securedParties: [{ legalName: `${collateral}的债权人` }],
  collateral: [{ description: `${collateral}，一台，编号另附清单` }],
  termMonths: 12,
});
