/** What the audit notes beside an action with people. */
export const peopleNotes = { inviteDropped: 'ยกเลิกคำเชิญ' };
