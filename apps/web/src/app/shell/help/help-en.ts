// Help in English.
import type { Topics } from './topics';

export const helpEn: Topics = {
  start: {
    what: 'Each place at the left is one kind of work of yours.',
    next: 'Choose a place, or press Ctrl-K and type what you look for.',
  },
  receivables: {
    what: 'Your invoices as claims: what waits on the buyer, what is confirmed, and what can become money now.',
    next: 'Tick the receivables that are free and choose “Ask for money”. Where a due date is missing, state it first.',
  },
  uploads: {
    what: 'Send e-invoices (XML, PDF, OFD), a VAT ledger or our template. Each is read and checked; the plan shows the outcome first.',
    next: 'Correct refused rows on the screen or in a file. The buyer is asked to confirm the accepted ones; until then an upload can be undone.',
  },
  confirmations: {
    what: 'Invoices that suppliers say you owe. One person proposes the answer, another checks it.',
    next: 'Tick the lines you agree with and confirm them together; dispute a part or reject the others one by one.',
  },
  payables: {
    what: 'What your company owes, uploaded by yourselves: each invoice becomes its supplier’s receivable, confirmed once a colleague approves it.',
    next: 'Look at the plan, apply it, and let a colleague approve the answers under Confirmations. Invite a supplier who is not known here.',
  },
  inbox: {
    what: 'What waits for you, and what you should know.',
    next: 'Open an entry to get to the page where it is done.',
  },
  demands: {
    what: 'Formal letters that ask a debtor for the answer it owes within 30 days.',
    next: 'A supplier issues one from a receivable that waits; a debtor answers under Confirmations.',
  },
  duplicates: {
    what: 'Invoices that resemble another one that is known here. They cannot be financed until somebody other than their supplier has looked.',
    next: 'Compare both sides. If it is a debt of its own, say why and release it; if not, reject it among your confirmations.',
  },
  'tax-checks': {
    what: 'Each question to the tax bureau about an invoice, and its answer: found as it stands here, different, void or reversed.',
    next: 'Ask from an invoice or a deal. Where files are carried, download the questions and bring the answers back here.',
  },
  market: {
    what: 'Open requests of suppliers who chose you, with the room that your limits on their buyers leave.',
    next: 'Open a request and make an offer. You see net cash and true cost while you type.',
  },
  requests: {
    what: 'What was asked for, who may offer until when, and the offers that came in.',
    next: 'Compare the offers side by side and accept one, or wait until the request closes. You owe nothing before. If you need an amount, plan by amount: it finds the cheapest choice among all your offers.',
  },
  offers: {
    what: 'All offers that you made or received, with their terms and what became of them.',
    next: 'Open the request of a live offer to accept it, or withdraw your own while it is live.',
  },
  deals: {
    what: 'Accepted offers: assignment, registration, notice to the buyers, and the money.',
    next: 'Open a deal to see what has happened, what is to be paid, and who does the next step.',
  },
  notices: {
    what: 'Notices that a receivable was assigned. From their arrival on, only paying the named financier discharges the debt.',
    next: 'Pay to the account named in the notice when the invoice falls due.',
  },
  approvals: {
    what: 'Deeds that your organisation does only with two people: what is asked, by whom, and until when.',
    next: 'Open one, read what would be done, and approve or decline it. Your own you can take back.',
  },
  limits: {
    what: 'How much each buyer may owe you, how much deals hold of it at this instant, and what is left.',
    next: 'Open a line to see its deals. Change a limit to give room, or set it to zero to stop new business.',
  },
  registrations: {
    what: 'Rights over movables and receivables. The time of filing decides who ranks first.',
    next: 'File a registration, or open one to read and print it. What ended long ago is in the archive: choose it above the list.',
  },
  'registration-drafts': {
    what: 'Registrations that somebody of your organisation began to write. Nothing is filed, nobody else sees them.',
    next: 'Open one and go on; the check beside the form says what strangers would find.',
  },
  'registration-files': {
    what: 'Many registrations in one table. Your own reference is used once for each, so a file that comes again files nothing again.',
    next: 'Download the template, hand the filled table in, read the plan, then file what is sound.',
  },
  searches: {
    what: 'A search by grantor, invoice, asset or number. It is recorded, and its certificate can be printed.',
    next: 'Enter what you look for; the certificate follows as the second step. A tick includes registrations that have ended, another one the archive. Watch a name or an asset to be told of new registrations.',
  },
  objections: {
    what: 'Who holds a registration to be wrong, and by when a lawsuit or an arbitration must be shown. The registration and its rank stand meanwhile.',
    next: 'To object, have the number of the registration at hand. Answer an objection to yours in court or by cancelling; it lapses by itself without proof.',
  },
  mails: {
    what: 'Every mail about what stands in somebody’s inbox: written, sent, failed, or dropped because its reader cannot be reached any more.',
    next: 'See what the mail server said of those that failed, mend it there, and send them again.',
  },
  'mail-wishes': {
    what: 'What of your inbox you are mailed: at once, each working morning, or not at all.',
    next: 'Verify your address under sign-in and security; each mail ends with a link that stops them.',
  },
  fees: {
    what: 'What registering cost in a month, line by line. A correction is a line of its own.',
    next: 'Take the statement as CSV or XLSX for your books, or print it.',
  },
  statutory: {
    what: 'What the statutory register gave for your registrations: number and time. Entered by one person, checked by another.',
    next: 'Check what waits; then enter what is due, or take the table.',
  },
  priorities: {
    what: 'Who comes first on an asset or against a grantor, at any moment, with the article behind each rank.',
    next: 'Enter whom or what, choose a moment, and try what would change if something were done. Nothing is written.',
  },
  'person-accesses': {
    what: 'Who searched the register for a natural person by the number of the identity document, when and why. The number is masked.',
    next: 'Read it; a search that you cannot explain is a matter for the operator and the organisation that made it.',
  },
  organisations: {
    what: 'Who takes part, under which numbers, and as what. Open one to see whom it trades with, who may act for it, and with whom it stands or falls.',
    next: 'Give a mandate or state a trading relation on the page of your own organisation. Financiers state groups of connected clients there; administrators ask to leave here.',
  },
  applications: {
    what: 'Who asks to join. A company is looked up in the register, a person by the identity document, and documents are looked at by you.',
    next: 'Write down each check, then accept or refuse. Who is accepted gets a one-time link by mail for its first user.',
  },
  invitations: {
    what: 'Trading partners that you asked to join, and whether their links were used.',
    next: 'Invite a partner by mail. What you write is an address and never a contact who may confirm invoices.',
  },
  users: {
    what: 'The people who may sign in, and their roles.',
    next: 'Make a user for an organisation, or suspend one; suspended people are signed out at once.',
  },
  parameters: {
    what: 'Numbers that the rules use. Each value has a day from which it holds, and its source.',
    next: 'Set a new value from a day on. What was decided before keeps the value of its day.',
  },
  calendar: {
    what: 'Days off and make-up working days; due dates roll over days off.',
    next: 'Declare a day when the State Council publishes or changes it.',
  },
  documents: {
    what: 'The files you sent, each exactly as it was received.',
    next: 'Download one, or compare its SHA-256 with your own copy.',
  },
  deeds: {
    what: 'Who did what to which thing, the newest first. Nobody can change an entry unnoticed.',
    next: 'Choose a subject to see its whole history.',
  },
  log: {
    what: 'The log that every deed and every registration is written into. Its checkpoints are signed, and witnesses who follow it sign that they saw no other log.',
    next: 'Download a checkpoint and keep it: with it anybody can show later that nothing before it was changed. A proof between two sizes can be checked by other programs.',
  },
  receipts: {
    what: 'Checks a receipt of the log of deeds: whether the deed is in the log, unchanged, by the log’s key alone.',
    next: 'Drop a receipt. The page can also be saved as one file and works without a network.',
  },
  accounts: {
    what: 'Bank accounts of organisations; money goes only to accounts that were verified.',
    next: 'Propose an account; the operator verifies it.',
  },
  payouts: {
    what: 'Payment instructions for deals: one person instructs, another approves.',
    next: 'Check the open ones, and hand the approved file (pain.001) to the bank.',
  },
  payments: {
    what: 'What came in on the accounts, and to which deals it was allocated.',
    next: 'Allocate by hand what could not be matched.',
  },
  statements: {
    what: 'Bank statements (camt) as they were read.',
    next: 'Import the newest one; sure matches are allocated at once.',
  },
  'payment-slips': {
    what: 'What is to be paid, to which account, so that the debt is discharged.',
    next: 'Pay exactly the amount to exactly the account, with the reference.',
  },
  'answer-files': {
    what: 'Answers to many invoices at once, by a file of up to 50,000 lines.',
    next: 'Download the queue, fill in the decisions, hand the file in; a colleague checks it as a whole.',
  },
  clients: {
    what: 'Programs of your organisation that act by themselves, each with keys and permissions of its own.',
    next: 'Register one with its public key; renew keys before they end, and suspend a program that you do not know.',
  },
  disputes: {
    what: 'What does not agree about a receivable: who caused it, who said what, and the evidence of both sides.',
    next: 'Whoever caused it answers and adds files; another organisation closes it, or puts it before the operator.',
  },
  roles: {
    what: 'The table that decides who may do what: each role, who may hold it, whose rows it sees.',
    next: 'An administrator gives roles on the page of users; a second one approves what may pay out or confirm.',
  },
  security: {
    what: 'Your authenticator, your mail address and the sessions in which you are signed in.',
    next: 'Set up an authenticator and keep the recovery codes on paper; end sessions that you do not know.',
  },
  'signing-keys': {
    what: 'Keys by which people of your organisation sign its answers; the private half stays in their browser.',
    next: 'Make a key in the browser that you will sign with; a colleague approves it.',
  },
};
