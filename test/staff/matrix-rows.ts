/**
 * Every route of the staff's API, called with ids that nothing has and, where it takes a body, an empty one: which
 * roles may call it, and what those are then answered. Everybody else is answered 403.
 */
export const rows = `
GET    /me                                  admin officer integrity executive    200
DELETE /session                             admin officer integrity executive    200
GET    /cases                               admin officer executive              200
GET    /case-choices                        admin officer executive              200
GET    /cases/:caseId                       admin officer executive              404
GET    /cases/:caseId/files/:n              admin officer executive              404
POST   /cases/:caseId/accept                admin officer                        400
POST   /cases/:caseId/start                 admin officer                        400
POST   /cases/:caseId/resume                admin officer                        400
POST   /cases/:caseId/wait                  admin officer                        400
POST   /cases/:caseId/assign                admin officer                        400
POST   /cases/:caseId/sort                  admin officer                        400
POST   /cases/:caseId/ask                   admin officer                        400
POST   /cases/:caseId/answer                admin officer                        400
POST   /cases/:caseId/note                  admin officer                        400
POST   /cases/:caseId/refer                 admin officer                        400
POST   /cases/:caseId/decline               admin officer                        400
POST   /cases/:caseId/review                executive                            400
POST   /cases/:caseId/erasure               admin officer                        400
POST   /cases/:caseId/join                  admin officer                        400
POST   /cases/:caseId/unjoin                admin officer                        400
POST   /cases/:caseId/resolve               admin officer                        400
POST   /cases/:caseId/mischief              admin officer                        400
POST   /cases/:caseId/photos                admin officer                        404
PUT    /entries/:once/photo                 admin officer                        400
POST   /cases                               admin officer                        400
GET    /numbers                             admin executive                      400
GET    /months                              admin officer executive              400
PUT    /carried-over/:month                 admin officer                        400
POST   /channels-checked/:month             admin officer                        200
GET    /service-counts                      admin officer executive              400
GET    /service-counts/:month               admin officer executive              200
PUT    /service-counts/:month               admin officer                        400
GET    /survey-comments                     admin officer executive              400
PUT    /survey-comments/:id                 admin officer                        400
GET    /settings/:part                      admin                                200
PUT    /settings/:part                      admin                                400
GET    /people                              admin                                200
POST   /people/invites                      admin                                422
DELETE /people/invites/:mark                admin                                404
GET    /people/:handle/work                 admin                                404
PUT    /people/:handle                      admin                                400
POST   /people/:handle/removal              admin                                400
GET    /targets                             admin                                200
POST   /targets/:id/test                    admin                                404
DELETE /targets/:id                         admin                                404
GET    /health                              admin                                200
GET    /retention                           admin                                200
POST   /health/alerts/:id/again             admin                                404
DELETE /health/alerts/:id                   admin                                404
GET    /documents/:key                      admin officer executive              400
GET    /documents/:key/file                 admin officer executive              400
GET    /register                            admin officer executive              400
GET    /register/file                       admin officer executive              400
GET    /publish                             admin officer executive              200
POST   /publish/withdrawals                 executive                            400
GET    /submission/:year                    admin officer executive              400
GET    /submission/:year/file               admin officer executive              400
PUT    /submission/:year                    admin                                400
PUT    /submission/:year/:code              admin officer                        400
GET    /proposals                           admin officer executive              200
POST   /proposals                           admin officer executive              422
GET    /proposals/:id                       admin officer executive              404
GET    /proposals/:id/preview               admin officer executive              404
POST   /proposals/:id/approval              executive                            400
POST   /proposals/:id/return                executive                            400
DELETE /proposals/:id                       admin officer executive              404
GET    /measures                            admin officer executive              200
POST   /measures/plan                       admin                                400
POST   /measures                            admin                                400
PUT    /measures/:id                        admin                                400
POST   /measures/:id/removal                admin                                400
POST   /measures/:id/return                 admin                                400
POST   /measures/:id/steps/:step            admin officer                        400
POST   /measures/:id/photos                 admin officer                        400
GET    /measures/:id/photos/:sha256         admin officer executive              400
GET    /announcements                       admin officer executive              200
GET    /announcements/:id                   admin officer executive              404
GET    /announcements/:id/cost              admin executive                      404
PUT    /announcements/:id/draft             admin officer executive              400
POST   /announcements/:id/draft/cancel      admin officer executive              400
POST   /announcements/:id/draft/return      admin executive                      400
POST   /announcements/:id/approval          admin executive                      400
POST   /announcements/:id/approval/return   admin executive                      400
POST   /announcements/:id/withdrawal        admin executive                      400
POST   /announcements/:id/broadcast         admin executive                      400
GET    /papers                              admin officer executive              200
GET    /papers/:id                          admin officer executive              404
GET    /papers/:id/draft/file               admin officer executive              404
PUT    /papers/:id/draft                    admin officer executive              400
POST   /papers/:id/draft/cancel             admin officer executive              400
POST   /papers/:id/draft/return             admin executive                      400
POST   /papers/:id/approval                 admin executive                      400
POST   /papers/:id/withdrawal               admin executive                      400
POST   /papers/:id/undo                     admin officer executive              400
POST   /paper-files                         admin officer executive              400
PUT    /paper-files/:sha256/:n              admin officer executive              400
POST   /paper-files/:sha256/check           admin officer executive              400
GET    /keys                                admin integrity                      200
POST   /keys                                integrity                            400
POST   /keys/recovery                       admin integrity                      400
POST   /keys/mine/export                    integrity                            200
POST   /keys/:handle/confirm                admin integrity                      400
POST   /keys/:handle/cancel                 admin integrity                      400
POST   /keys/:handle/begin                  admin integrity                      400
GET    /audit                               admin integrity                      200
GET    /audit/head                          admin integrity                      200
GET    /tips                                integrity                            200
POST   /tips                                integrity                            400
GET    /tips/:id                            integrity                            404
GET    /tips/:id/parts/:n                   integrity                            404
POST   /tips/:id/words                      integrity                            400
POST   /tips/:id/status                     integrity                            400
PUT    /tip-drafts/:draft/:n                admin officer integrity              400
POST   /sealed-cases                        admin officer                        400
POST   /resealing/recovery/open             integrity                            409
GET    /resealing/:handle                   integrity                            404
GET    /resealing/:handle/:id               integrity                            404
PUT    /resealing/:handle/:id               integrity                            400
`;
