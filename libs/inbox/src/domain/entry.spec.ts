// What becomes a task and what is told, and who may see it.
import { newId } from '#kernel';
import { ENTRY_KINDS, ENTRY_RULES, entryOf, TASK_KINDS } from './entry';

const given = { id: newId<'inbox_entry'>(1), eventId: 'event', openedAt: new Date(0) };

it.each(ENTRY_KINDS.filter((kind) => ENTRY_RULES[kind].permission !== null))(
  '%s is for whoever has the permission of its kind',
  (kind) => {
    const entry = entryOf({ organisationId: 'us', kind, subjectId: 'it' }, given);
    expect(entry).toMatchObject({
      permission: ENTRY_RULES[kind].permission,
      subjectType: ENTRY_RULES[kind].subject,
      state: TASK_KINDS.includes(kind) ? 'open' : 'told',
      ...{ closedAt: null, personId: null, notFor: null, label: null, dueAt: null },
    });
  },
);

it('takes the permission of the fact where the kind has none', () => {
  const wish = { organisationId: 'us', kind: 'approval_to_decide', subjectId: 'it' } as const;
  expect(entryOf({ ...wish, permission: 'limit.set', notFor: 'maker' }, given)).toMatchObject({
    ...{ permission: 'limit.set', notFor: 'maker', state: 'open' },
  });
  expect(() => entryOf(wish, given)).toThrow('needs a permission');
});
