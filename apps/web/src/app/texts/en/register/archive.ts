// The archive of registrations that ended long ago.
export const archive = {
  include: 'And the archive: those that ended long ago',
  all: 'Not in the archive',
  only: 'Archive',
  find: 'Number, or name of a grantor',
  noneFound: 'No registration of yours is like that. Clear the filters to see all of them.',
  label: 'Archive',
  about:
    'Registrations that ended long ago. Ordinary searches leave them out; a search that asks for the archive finds them, and their certificates still verify.',
  empty: 'Nothing of yours has been ended for long enough to be in the archive.',
};
