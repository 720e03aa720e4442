// What those who register have on their desks: a draft, and a file of registrations that is planned and not filed.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Client, UploadFile } from '../../apps/demonstration/client';

export interface DeskThings {
  readonly draftOfLawyer: string;
  readonly draftOfFinancier: string;
  readonly filesOfLawyer: string;
  readonly filesOfFinancier: string;
}

interface Named {
  readonly id: string;
}

export async function deskOf(lawyer: Client, financier: Client, side: 0 | 1): Promise<DeskThings> {
  const [draftOfLawyer, draftOfFinancier] = [await draftBy(lawyer), await draftBy(financier)];
  const filesOfLawyer = await handIn(lawyer, `LAW-${side}`);
  const filesOfFinancier = await handIn(financier, `FIN-${side}`);
  return { draftOfLawyer, draftOfFinancier, filesOfLawyer, filesOfFinancier };
}

export const draftBody = { title: '草稿', content: { category: 'factoring', termMonths: 12 } };

export function fileOfRegistrations(reference: string): UploadFile {
  const text = `reference,category,term_months,grantor_name,description\n${reference},factoring,12,某公司,春季应收账款\n`;
  return { name: 'registrations.csv', bytes: new TextEncoder().encode(text) };
}

const draftBy = async (client: Client) => (await client.post<Named>('/registration-drafts', draftBody)).id;

async function handIn(client: Client, reference: string): Promise<string> {
  const { id } = await client.upload<Named>('/registration-files', [fileOfRegistrations(reference)]);
  for (let attempt = 0; attempt < 200; attempt++) {
    const { state } = await client.get<{ state: string }>(`/registration-files/${id}`);
    if (state === 'planned') return id;
    await sleep(50);
  }
  throw new Error('the file of registrations is not planned');
}
