// The first screen of a person is the first place they may go to.
import { Navigate } from '@tanstack/react-router';
import { placesFor, startOf } from './shell/navigation';
import { useMay } from './session';
import { NotFound } from './not-found';

export function Start() {
  const start = startOf(placesFor(useMay()));
  return start ? <Navigate to={start.path} replace /> : <NotFound />;
}
