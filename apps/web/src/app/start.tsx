// The first screen of a person is the first place they may go to.
import { Navigate } from '@tanstack/react-router';
import { placesFor } from './shell/navigation';
import { useMay } from './session';
import { NotFound } from './not-found';

export function Start() {
  const first = placesFor(useMay())[0];
  return first ? <Navigate to={first.path} replace /> : <NotFound />;
}
