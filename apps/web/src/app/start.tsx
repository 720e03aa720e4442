// The first screen of a person is the first place they may go to.
import { Navigate } from '@tanstack/react-router';
import { placesFor } from './shell/navigation';
import { useMay } from './session';
import { NotFound } from './not-found';

export function Start() {
  const shown = placesFor(useMay());
  // The inbox is at hand everywhere by its bell; it comes first only where there is nothing else.
  const first = shown.find(({ path }) => path !== '/inbox') ?? shown[0];
  return first ? <Navigate to={first.path} replace /> : <NotFound />;
}
