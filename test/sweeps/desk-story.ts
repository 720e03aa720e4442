// The part of the story of deeds that the desk of those who register plays.
import { draftBody, fileOfRegistrations } from './small-desk';
import { idIn, type Step } from './deed-scene';
import { filingOf } from './small-register';

const NEW_DRAFT = 'POST /api/registration-drafts';

export const DESK_STORY: readonly Step[] = [
  {
    route: 'POST /api/registrations/bulk/plan',
    who: 'registry_user',
    body: () => ({ items: [{ reference: 'BULK', ...filingOf('钻床') }] }),
    deeds: ['desk.bulk_planned'],
  },
  {
    route: 'POST /api/registrations/bulk',
    who: 'registry_user',
    body: () => ({ items: [{ reference: 'BULK', ...filingOf('钻床') }] }),
    deeds: ['desk.bulk_filed', 'registry.filing_made'],
  },
  { route: NEW_DRAFT, who: 'registry_user', body: () => draftBody, deeds: ['desk.draft_saved'] },
  {
    route: 'POST /api/registration-drafts/{id}',
    who: 'registry_user',
    id: ({ made }) => idIn(made, NEW_DRAFT),
    body: () => ({ ...draftBody, title: '草稿二', version: 1 }),
    deeds: ['desk.draft_saved'],
  },
  {
    route: 'POST /api/registration-drafts/{id}/discard',
    who: 'registry_user',
    id: ({ made }) => idIn(made, NEW_DRAFT),
    body: () => ({ version: 2 }),
    deeds: ['desk.draft_discarded'],
  },
  {
    route: 'POST /api/registration-files',
    who: 'registry_user',
    raw: () => {
      const { name, bytes } = fileOfRegistrations('STORY');
      const form = new FormData();
      form.append('file', new Blob([Buffer.from(bytes)]), name);
      return form;
    },
    deeds: ['desk.filing_file_received', 'documents.document_stored'],
  },
  {
    route: 'POST /api/registration-files/{id}/application',
    who: 'registry_user',
    id: ({ own }) => own.things.filesOfLawyer,
    deeds: ['desk.filing_file_application_begun'],
  },
];
