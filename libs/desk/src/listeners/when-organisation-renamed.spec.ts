// The registry hears of changed names, and of no other deed.
import type { NoteRename } from '#registry';
import { WhenOrganisationRenamed } from './when-organisation-renamed';

const deed = (action: string, details: object) => ({
  ...{ deedId: 'd', action, subjectId: 'organisation', userId: 'u', organisationId: 'o', visibleTo: [] },
  details: JSON.stringify(details),
});

it('tells the registry who is called what from when on', async () => {
  const told: Parameters<NoteRename['execute']>[0][] = [];
  const execute = async (renamed: Parameters<NoteRename['execute']>[0]) => void told.push(renamed);
  const listener = new WhenOrganisationRenamed({ execute } as unknown as NoteRename);
  await listener.handle(deed('parties.organisation_suspended', { reason: 'x' }));
  expect(told).toEqual([]);
  const details = { formerName: '旧名', legalName: '新名', changedOn: '2026-11-20', source: '执照' };
  await listener.handle(deed('parties.organisation_renamed', details));
  expect(told).toEqual([{ organisationId: 'organisation', legalName: '新名', changedOn: '2026-11-20' }]);
});
