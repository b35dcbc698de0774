import type { Context } from 'hono';
import { bearerToken } from '../http/admin.js';
import { fromAllowedPage, type Found } from '../http/cross-origin.js';
import { refuse, wrong } from '../http/refusal.js';
import { isToken } from '../programs/token.js';
import { envelopeOf, takeSubmission, type Intake } from './take-submission.js';

const nobody = '0'.repeat(64);

/** `PUT /v1/submissions/:id`: 204 once the submission is kept, however often it is put. */
export async function putSubmission(
  c: Context<Found, '/v1/submissions/:id'>,
  intake: Intake,
): Promise<Response> {
  const request = c.req.raw;
  const token = bearerToken(request);
  if (token === undefined)
    return refuse({
      status: 401,
      error: 'This needs the write token of a program key.',
      headers: { 'www-authenticate': 'Bearer' },
    });
  if (!/^application\/json\s*(?:;|$)/i.test(request.headers.get('content-type') ?? ''))
    return refuse({ status: 415, error: 'The content type must be application/json.' });
  const envelope = envelopeOf(c.req.param('id'), await c.req.arrayBuffer());
  if (!envelope.ok) return refuse(wrong('The envelope is not as it must be.', ...envelope.faults));
  const program = await intake.store.program(envelope.value.program);
  if (program) c.set('program', program);
  // The same refusal, in the same time, for a program that is not there.
  if (!isToken(token, program?.writeTokenHash ?? nobody) || !program)
    return refuse({ status: 403, error: 'This is not the write token of that program.' });
  if (!(await fromAllowedPage(request, intake.store, program)))
    return refuse({ status: 403, error: 'The program does not name the origin of this page.' });
  const refusal = await takeSubmission(envelope.value, program, intake);
  return refusal ? refuse(refusal) : new Response(null, { status: 204 });
}
