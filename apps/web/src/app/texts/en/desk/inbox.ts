// The inbox: what waits for a person, and what they are told.
import { kinds } from './inbox-kinds';

export const inbox = {
  title: 'Inbox',
  about: 'What waits for you, and what you should know. A task closes by itself when it is done.',
  empty: 'Nothing waits for you.',
  nothing: 'There is nothing here.',
  urgent: 'To do first',
  urgentAbout: 'At most ten tasks, what is due first on top. All others are in the list below.',
  everything: 'Tasks and what happened since',
  all: 'Everything',
  state: 'State',
  what: 'What',
  number: 'Number',
  due: 'By',
  since: 'Since',
  mails: 'Mails',
  markRead: 'Mark all as read',
  states: { open: 'To do', overdue: 'Overdue', done: 'Done', void: 'Fell away', told: 'For information' },
  kinds,
};
