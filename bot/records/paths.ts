/** Where the documents of one agency stand; names as in the table of the design. */
export interface Paths {
  agency: string;
  session(pseudonym: string): string;
  limit(mark: string): string;
  cases: string;
  case(caseId: string): string;
  attachment(caseId: string, n: number): string;
  message(caseId: string, n: number): string;
  /** What was done to a case, in order. */
  /** What was done to a case; `n` is the edition that it made. */
  history(caseId: string, n: number): string;
  receipts: string;
  receipt(lookupMark: string): string;
  routes: string;
  erasures: string;
  /** Its reporter asked that it be deleted. */
  erasure(caseId: string): string;
  route(caseId: string): string;
  allOutbox: string;
  outbox(id: string): string;
  targets: string;
  target(id: string): string;
  staffs: string;
  staff(staffId: string): string;
  staffSessions: string;
  staffSession(bearerMark: string): string;
  staffTicket(ticketMark: string): string;
  auditEntries: string;
  audit(n: number): string;
  auditHead: string;
  invites: string;
  invite(codeMark: string): string;
  readers: string;
  /** Integrity officers' keys, and the recovery key's public half. */
  keys: string;
  key(staffId: string): string;
  recoveryKey: string;
  answered(period: string): string;
  responses: string;
  response(id: string): string;
  tally(key: string): string;
  /** What is said of whole months of a fiscal year. */
  months(fiscalYear: number): string;
  /** How often each service was given in a month (`YYYY-MM`), as entered. */
  serviceMonth(month: string): string;
  places: string;
  services: string;
  survey(id: string): string;
  /** What of residents' own words in the survey a year's report shows. */
  comments(fiscalYear: number): string;
  indicators(fiscalYear: number): string;
  allEvidence: string;
  evidence(id: string): string;
  evidenceVersion(id: string, n: number): string;
  evidenceProfile: string;
  /** What was set for a fiscal year's set of evidence. */
  submission(fiscalYear: number): string;
  /** Answers that are written once and used often. */
  templates: string;
  /** What a part of the settings was before its last change. */
  formerSettings(part: string): string;
  /** When LINE was last heard of. */
  pulse: string;
  /** How tallies and documents agreed when they were last compared. */
  talliesRecord: string;
  /** Of which day the night's work was last begun. */
  night: string;
  /** What the doctor was told to take as known. */
  doctor: string;
  /** What is announced to go because its time is over. */
  retentionRecord: string;
  proposals: string;
  proposal(id: string): string;
  /** What a proposal would publish: written once. */
  proposed(id: string): string;
  measures: string;
  measure(id: string): string;
  /** A photo that proves a step, by what it holds. */
  measurePhoto(id: string, sha256: string): string;
  /** The measures of a fiscal year and how far they have come, as approved. */
  progress(fiscalYear: number): string;
  announcements: string;
  announcement(id: string): string;
  papers: string;
  paper(id: string): string;
  /** A PDF by its SHA-256, and its parts from 0. */
  paperFile(sha256: string): string;
  paperPart(sha256: string, n: number): string;
  /** A part of the word index of the public papers. */
  paperWords(shard: string): string;
  published(page: string): string;
  /** The sealed secrets of its LINE account. */
  account: string;
}

export function pathsOf(agencyId: string): Paths {
  const agency = `agencies/${agencyId}`;
  const cases = `${agency}/cases`;
  return {
    agency,
    session: (pseudonym) => `${agency}/sessions/${pseudonym}`,
    limit: (mark) => `${agency}/limits/${mark}`,
    cases,
    case: (caseId) => `${cases}/${caseId}`,
    attachment: (caseId, n) => `${cases}/${caseId}/attachments/${n}`,
    message: (caseId, n) => `${cases}/${caseId}/messages/${n}`,
    history: (caseId, n) => `${cases}/${caseId}/history/${n}`,
    receipts: `${agency}/receipts`,
    receipt: (lookupMark) => `${agency}/receipts/${lookupMark}`,
    routes: `${agency}/routes`,
    erasures: `${agency}/erasures`,
    erasure: (caseId) => `${agency}/erasures/${caseId}`,
    route: (caseId) => `${agency}/routes/${caseId}`,
    allOutbox: `${agency}/outbox`,
    outbox: (id) => `${agency}/outbox/${id}`,
    targets: `${agency}/targets`,
    target: (id) => `${agency}/targets/${id}`,
    staffs: `${agency}/staff`,
    staff: (staffId) => `${agency}/staff/${staffId}`,
    staffSessions: `${agency}/staffSessions`,
    staffSession: (bearerMark) => `${agency}/staffSessions/${bearerMark}`,
    staffTicket: (ticketMark) => `${agency}/staffTickets/${ticketMark}`,
    auditEntries: `${agency}/audit`,
    audit: (n) => `${agency}/audit/${n}`,
    auditHead: `${agency}/settings/audit`,
    invites: `${agency}/invites`,
    invite: (codeMark) => `${agency}/invites/${codeMark}`,
    readers: `${agency}/readers/current`,
    keys: `${agency}/keys`,
    key: (staffId) => `${agency}/keys/${staffId}`,
    recoveryKey: `${agency}/keys/recovery`,
    answered: (period) => `${agency}/answered/${period}`,
    responses: `${agency}/responses`,
    response: (id) => `${agency}/responses/${id}`,
    months: (fiscalYear) => `${agency}/months/${fiscalYear}`,
    tally: (key) => `${agency}/tallies/${key}`,
    serviceMonth: (month) => `${agency}/serviceMonths/${month}`,
    places: `${agency}/places`,
    services: `${agency}/services`,
    comments: (fiscalYear) => `${agency}/comments/${fiscalYear}`,
    survey: (id) => `${agency}/surveys/${id}`,
    indicators: (year) => `${agency}/indicators/${year}`,
    allEvidence: `${agency}/evidence`,
    evidence: (id) => `${agency}/evidence/${id}`,
    evidenceVersion: (id, n) => `${agency}/evidence/${id}/versions/${n}`,
    evidenceProfile: `${agency}/settings/evidence`,
    submission: (fiscalYear) => `${agency}/settings/submission-${fiscalYear}`,
    templates: `${agency}/settings/templates`,
    formerSettings: (part) => `${agency}/settings/former-${part}`,
    pulse: `${agency}/settings/pulse`,
    talliesRecord: `${agency}/settings/tallies`,
    night: `${agency}/settings/night`,
    doctor: `${agency}/settings/doctor`,
    retentionRecord: `${agency}/settings/retention`,
    proposals: `${agency}/proposals`,
    proposal: (id) => `${agency}/proposals/${id}`,
    proposed: (id) => `${agency}/proposals/${id}/matter/content`,
    measures: `${agency}/measures`,
    measure: (id) => `${agency}/measures/${id}`,
    measurePhoto: (id, sha256) => `${agency}/measures/${id}/attachments/${sha256}`,
    progress: (year) => `${agency}/progress/${year}`,
    announcements: `${agency}/announcements`,
    announcement: (id) => `${agency}/announcements/${id}`,
    papers: `${agency}/papers`,
    paper: (id) => `${agency}/papers/${id}`,
    paperFile: (sha256) => `${agency}/paperFiles/${sha256}`,
    paperPart: (sha256, n) => `${agency}/paperFiles/${sha256}/paperParts/${n}`,
    paperWords: (shard) => `${agency}/paperWords/${shard}`,
    account: `${agency}/private/line`,
    published: (page) => `${agency}/published/${page}`,
  };
}
