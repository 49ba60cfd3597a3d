import { google } from '../../node_modules/firebase-functions/protos/compiledFirestore.js';

const { DocumentEventData } = google.events.cloud.firestore.v1;

const PROJECT = 'demo-prongsai';

/** A document that was created in an agency's outbox. `at`: when, in milliseconds since the epoch. */
export interface Created {
  agencyId: string;
  id: string;
  fields: Record<string, number>;
  at: number;
}

/**
 * The request by which Eventarc tells a function of a new document: a CloudEvent, its data in protobuf.
 * @see https://cloud.google.com/eventarc/docs/cloudevents
 */
export function created({ agencyId, id, fields, at }: Created): {
  headers: Record<string, string>;
  body: Uint8Array<ArrayBuffer>;
} {
  const document = `agencies/${agencyId}/outbox/${id}`;
  const database = `projects/${PROJECT}/databases/(default)`;
  const time = { seconds: Math.floor(at / 1000), nanos: (at % 1000) * 1_000_000 };
  const values = Object.entries(fields).map(([name, value]) => [name, { integerValue: value }]);
  const value = {
    name: `${database}/documents/${document}`,
    fields: Object.fromEntries(values),
    createTime: time,
    updateTime: time,
  };
  return {
    headers: {
      'content-type': 'application/protobuf',
      'ce-specversion': '1.0',
      'ce-id': `${id}-${at}`,
      'ce-type': 'google.cloud.firestore.document.v1.created',
      'ce-source': `//firestore.googleapis.com/${database}`,
      'ce-subject': `documents/${document}`,
      'ce-time': new Date(at).toISOString(),
      'ce-project': PROJECT,
      'ce-database': '(default)',
      'ce-namespace': '(default)',
      'ce-document': document,
    },
    body: new Uint8Array(DocumentEventData.encode(DocumentEventData.create({ value })).finish()),
  };
}
