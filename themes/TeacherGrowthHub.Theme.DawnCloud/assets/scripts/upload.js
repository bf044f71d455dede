/* upload.js · resumable uploads, drafts that save themselves, the form that fills itself. Pages work without it. */
import './upload/drop.js';
import './upload/draft.js';
import './upload/reading.js';
