import type { Voice } from '../agency/agency.ts';
import { announcementChatWords } from './announcements.ts';
import { complaintWords } from './complaint.ts';
import { engineWords } from './engine.ts';
import { eraseWords } from './erase.ts';
import { followWords } from './follow.ts';
import { mailWords } from './mail.ts';
import { noticeWords } from './notice.ts';
import { paperChatWords } from './papers.ts';
import { staffWords } from './staff.ts';
import { surveyWords } from './survey.ts';
import { tipWords } from './tip.ts';
import { spoken } from './voice.ts';

/** Every sentence that a person reads in the chat, in the agency's voice. */
export function catalogue(voice: Voice) {
  const said = spoken(voice);
  return {
    engine: engineWords(said),
    complaint: complaintWords(said),
    tip: tipWords(said),
    follow: followWords(said),
    erase: eraseWords(said),
    survey: surveyWords(said),
    staff: staffWords(said),
    mail: mailWords(said),
    notice: noticeWords(said),
    papers: paperChatWords(said),
    announcements: announcementChatWords(said),
  };
}

export type Catalogue = ReturnType<typeof catalogue>;
